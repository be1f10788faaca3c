import { type Database, positionVerdict, scoreFindings, type Verdict, verdicts } from '@gondola/db';
import { asc, inArray } from 'drizzle-orm';

/** Reads findings in planogram order, EXTRA findings last: the order in which scoring wrote them. */
export const readVerdicts = (db: Database, scoreIds: string[]) =>
  db
    .select()
    .from(positionVerdict)
    .where(inArray(positionVerdict.scoreId, scoreIds))
    .orderBy(asc(positionVerdict.ordinal));

/** Counts each verdict, by score. */
export async function countVerdicts(
  db: Database,
  scoreIds: string[],
): Promise<{ scoreId: string; verdict: Verdict; count: number }[]> {
  const rows = await db
    .select({ scoreId: scoreFindings.scoreId, counts: scoreFindings.verdictCounts })
    .from(scoreFindings)
    .where(inArray(scoreFindings.scoreId, scoreIds));
  return rows.flatMap(({ scoreId, counts }) =>
    verdicts.flatMap((verdict) => {
      const count = counts[verdict];
      return count === undefined ? [] : [{ scoreId, verdict, count }];
    }),
  );
}
