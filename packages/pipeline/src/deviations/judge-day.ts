import { deviation, type Transaction } from '@gondola/db';
import { isNull } from 'drizzle-orm';
import { deviationLimits } from './deviation-limits.ts';
import { explainedBays } from './explained-bays.ts';
import { type LevelMeasure, type MeasuredLevel, measureLevels } from './measure-levels.ts';
import { openDeviation } from './open-deviation.ts';
import { startOf } from './start-of.ts';

/** Widest first: a store that fell explains the fall of its bays. The score first: it explains the unknown products. */
const scopes = ['STORE', 'CATEGORY', 'BAY'] as const;
const measures: readonly LevelMeasure[] = ['SCORE', 'UNKNOWN_SHARE'];

/**
 * Opens a deviation for each level that was below its band on a day that is over and on the day before it with photos. One
 * cause gives one alert: bays that an open deviation explains open no other. Returns the number of new deviations.
 */
export async function judgeDay(tx: Transaction, day: string): Promise<number> {
  const open = await tx.select().from(deviation).where(isNull(deviation.endedAt));
  const known = new Set(open.map(({ scope, subject, measure }) => `${scope}:${subject}:${measure}`));
  const explained = await explainedBays(tx, open);
  const fallenAlone = new Set(
    open.filter(({ scope, measure }) => scope === 'BAY' && measure === 'SCORE').map(({ subject }) => subject),
  );
  let opened = 0;
  for (const measure of measures) {
    const levels = await measureLevels(tx, { measure, day, baselineBefore: day, scopes: 'OF_ONE_VERSION' });
    for (const scope of scopes)
      for (const level of levels) {
        if (level.scope !== scope || !isBelowTwice(level)) continue;
        const { subject, previousDay } = level;
        if (known.has(`${scope}:${subject}:${measure}`)) continue;
        const unexplained = level.fallenBayIds.filter((id) => !explained.has(id));
        if (unexplained.length < (scope === 'BAY' ? 1 : deviationLimits.minFallenBays)) continue;
        // A bay that is reported for its score is not reported again for the unknown products that caused it.
        if (scope === 'BAY' && measure === 'UNKNOWN_SHARE' && fallenAlone.has(subject)) continue;
        await openDeviation(tx, {
          ...level,
          scope,
          measure,
          baselineBefore: day,
          since: startOf(previousDay ?? day),
          until: startOf(day, 1),
          isAtOnce: false,
        });
        opened += 1;
        if (scope === 'BAY') fallenAlone.add(subject);
        else for (const id of await explainedBays(tx, [{ scope, subject }])) explained.add(id);
      }
  }
  return opened;
}

const isBelowTwice = ({ fall, previousFall, band }: MeasuredLevel): boolean =>
  fall > band && previousFall !== null && previousFall > band;
