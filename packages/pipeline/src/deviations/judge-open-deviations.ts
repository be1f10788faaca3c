import { alert, deviation, type Transaction } from '@gondola/db';
import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';
import { endDeviation } from './end-deviation.ts';
import { type LevelMeasure, type MeasuredLevel, measureLevels } from './measure-levels.ts';
import { rounded } from './rounded.ts';
import { startOf } from './start-of.ts';

type OpenDeviation = typeof deviation.$inferSelect;

/**
 * Judges the open deviations by a day that is over. A level within its band ends its deviation, as do another plan of the
 * bay and four weeks on the new level. A level that is still off is counted on the alert. Returns the number of ended ones.
 */
export async function judgeOpenDeviations(tx: Transaction, day: string): Promise<number> {
  const open = await tx
    .select()
    .from(deviation)
    .where(and(isNull(deviation.endedAt), ne(deviation.scope, 'FIRMWARE')));
  const at = startOf(day, 1);
  let ended = 0;
  for (const [, together] of Map.groupBy(open, queryKey)) {
    const levels = await measureTogether(tx, together, day);
    for (const one of together) {
      const ending = await judge(tx, one, levels.get(`${one.scope}:${one.subject}`), day);
      if (ending === null) continue;
      await endDeviation(tx, one, ending, at);
      ended += 1;
    }
  }
  return ended;
}

/** Deviations with the same key are measured by one statement. */
const queryKey = ({ id, scope, measure, baselineBefore }: OpenDeviation): string =>
  scope === 'PLANOGRAM' ? id : `${measure}/${baselineBefore}`;

async function measureTogether(
  tx: Transaction,
  [first]: readonly OpenDeviation[],
  day: string,
): Promise<ReadonlyMap<string, MeasuredLevel>> {
  if (!first) return new Map();
  const { scope, baselineBefore, fallenBayIds } = first;
  const levels = await measureLevels(tx, {
    measure: first.measure as LevelMeasure,
    day,
    baselineBefore,
    // Of a planogram only the bays that fell are followed: all others would hide them.
    ...(scope === 'PLANOGRAM' ? { scopes: 'PLANOGRAM', bayIds: fallenBayIds } : { scopes: 'OF_ONE_VERSION' }),
  });
  return new Map(levels.map((level) => [`${level.scope}:${level.subject}`, level]));
}

async function judge(
  tx: Transaction,
  { scope, subject, bays, alertId, baselineBefore }: OpenDeviation,
  level: MeasuredLevel | undefined,
  day: string,
) {
  if (!level) {
    if (scope === 'BAY' && (await hasPhotos(tx, subject, day))) return 'PLAN_CHANGED';
  } else if (level.fall <= level.band) {
    // A few good bays of many say nothing about the others.
    if (level.bays * 2 >= bays) return 'WITHIN_BAND';
  } else await countAgain(tx, alertId, level);
  const { rows } = await tx.execute<{ isOld: boolean }>(
    sql`select ${day}::date - ${baselineBefore}::date >= ${deviationLimits.baselineDays}::int as "isOld"`,
  );
  return rows[0]?.isOld ? 'NEW_LEVEL' : null;
}

/** A bay with photos and without a level is compared with another version than the one it fell under. */
async function hasPhotos(tx: Transaction, bayId: string, day: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from bay_day where bay_id = ${bayId}::uuid and day = ${day}::date limit 1`,
  );
  return rows.length > 0;
}

/** A closed alert stays as the person left it. */
const countAgain = (tx: Transaction, alertId: string, { level, fallenBayIds }: MeasuredLevel) =>
  tx
    .update(alert)
    .set({
      occurrences: sql`${alert.occurrences} + 1`,
      lastSeenAt: sql`now()`,
      params: sql`${alert.params} || ${JSON.stringify({ level: rounded(level), fallenBays: fallenBayIds.length })}::jsonb`,
    })
    .where(and(eq(alert.id, alertId), isNull(alert.closedAt)));
