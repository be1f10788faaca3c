import { type AlertRule, type DeviationScope, deviation, type Transaction } from '@gondola/db';
import { type SQL, sql } from 'drizzle-orm';
import { raiseAlerts } from '../alerts/raise-alerts.ts';
import { describeChanges } from './describe-changes.ts';
import { findExamples } from './find-examples.ts';
import type { LevelMeasure } from './measure-levels.ts';
import { nameSubject } from './name-subject.ts';
import { rounded } from './rounded.ts';

export interface NewDeviation {
  scope: Exclude<DeviationScope, 'FIRMWARE'>;
  subject: string;
  measure: LevelMeasure;
  baselineBefore: string;
  /** The mean of the bays' baselines, and their level now. */
  baseline: number;
  level: number;
  bays: number;
  fallenBayIds: readonly string[];
  /** The period in which the level was seen below its band. */
  since: SQL;
  until: SQL;
  isAtOnce: boolean;
}

const rules: Record<LevelMeasure, AlertRule> = {
  SCORE: 'SCORE_FELL',
  UNKNOWN_SHARE: 'UNKNOWN_SHARE_ROSE',
};

/** Records that a level left its band, and raises an alert with examples and what changed. */
export async function openDeviation(tx: Transaction, found: NewDeviation): Promise<void> {
  const { scope, subject, measure, fallenBayIds: bayIds, since, until } = found;
  const captureIds = await findExamples(tx, { measure, bayIds, since, until });
  const { storeId, names } = await nameSubject(tx, scope, subject);
  const alertSubject = `${scope.toLowerCase()}:${subject}`;
  const raised = await raiseAlerts(tx, [
    {
      rule: rules[measure],
      subject: alertSubject,
      captureId: scope === 'BAY' ? (captureIds[0] ?? null) : null,
      storeId,
      captureIds,
      params: {
        scope,
        ...names,
        baseline: rounded(found.baseline),
        level: rounded(found.level),
        bays: found.bays,
        fallenBays: bayIds.length,
        isAtOnce: found.isAtOnce,
        ...(await describeChanges(tx, { bayIds, since, until })),
      },
    },
  ]);
  const alertId = raised.get(alertSubject);
  if (!alertId) throw new Error('invariant: the alert was not raised');
  await tx.insert(deviation).values({
    scope,
    subject,
    measure,
    alertId,
    baselineBefore: found.baselineBefore,
    bays: found.bays,
    fallenBayIds: [...bayIds],
    openedAt: sql`${until}`,
  });
}
