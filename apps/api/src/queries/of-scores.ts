import { type Database, positionVerdict } from '@gondola/db';
import { asc, count, inArray } from 'drizzle-orm';

/** In planogram order, EXTRA findings last: the order in which scoring wrote them. */
export const readVerdicts = (db: Database, scoreIds: string[]) =>
  db
    .select()
    .from(positionVerdict)
    .where(inArray(positionVerdict.scoreId, scoreIds))
    .orderBy(asc(positionVerdict.ordinal));

export const countVerdicts = (db: Database, scoreIds: string[]) =>
  db
    .select({ scoreId: positionVerdict.scoreId, verdict: positionVerdict.verdict, count: count() })
    .from(positionVerdict)
    .where(inArray(positionVerdict.scoreId, scoreIds))
    .groupBy(positionVerdict.scoreId, positionVerdict.verdict)
    .orderBy(positionVerdict.verdict);
