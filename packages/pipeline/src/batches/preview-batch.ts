import { capture, type Database, type ReprocessMode, type VersionChoice } from '@gondola/db';
import { and, count, eq, sql } from 'drizzle-orm';
import { loadScoreInputs } from '../stages/score/load-score.ts';
import { judge } from '../stages/score/score.ts';
import { type BatchImpact, impactOf } from './batch-impact.ts';
import { type BatchScope, capturesInScope } from './batch-scope.ts';
import { versionOf } from './choose-version.ts';
import { resolveItemTargets } from './resolve-item-targets.ts';
import type { BatchRow } from './start-batch.ts';

export interface BatchPlan {
  scope: BatchScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  versionId: string | null;
}

export interface BatchPreview {
  /** Captures in the scope now. */
  captures: number;
  /** Of these, captures in the right state that have a planogram version by the choice. */
  eligible: number;
  /** Estimated minutes for the eligible captures, and the basis of the estimate; null when there is no basis. */
  estimatedMinutes: number | null;
  estimateBasis: string;
  /** A sample that was scored on trial, with nothing stored; null where only a tier could produce the result. */
  sample: { captures: number; skipped: { reason: string; count: number }[]; impact: BatchImpact } | null;
}

const sampleSize = 40;

/** Computes the effect of a batch without starting it. */
export async function previewBatch(db: Database, plan: BatchPlan): Promise<BatchPreview> {
  const scope = capturesInScope(plan.scope);
  const version = versionOf(plan.versionChoice, plan.versionId);
  const state = plan.mode === 'RELEASE' ? 'VERSION_DRIFT' : 'SCORED';
  const isEligible = and(scope, eq(capture.state, state), sql`${version} is not null`);
  const [counted] = await db
    .select({
      captures: count(),
      eligible: sql<number>`count(*) filter (where ${isEligible ?? sql`true`})::int`,
    })
    .from(capture)
    .where(scope);
  const { captures = 0, eligible = 0 } = counted ?? {};
  const { secondsEach, basis } = await estimate(db, plan.mode);
  return {
    captures,
    eligible,
    estimatedMinutes: secondsEach === null ? null : (eligible * secondsEach) / 60,
    estimateBasis: basis,
    sample: plan.mode === 'RESCORE' ? await trySample(db, plan) : null,
  };
}

async function trySample(db: Database, plan: BatchPlan): Promise<BatchPreview['sample']> {
  // A hash of the id spreads the sample over the scope and gives the same sample each time.
  const rows = await db
    .select({ id: capture.id, score: capture.score })
    .from(capture)
    .where(and(capturesInScope(plan.scope), eq(capture.state, 'SCORED')))
    .orderBy(sql`md5(${capture.id}::text)`)
    .limit(sampleSize);
  if (rows.length === 0) return { captures: 0, skipped: [], impact: impactOf([]) };
  const { targets, endings } = await resolveItemTargets(
    db,
    plan satisfies Pick<BatchRow, 'mode' | 'versionChoice' | 'versionId'>,
    rows.map(({ id }) => id),
  );
  const inputs = await loadScoreInputs(db, targets);
  const scoreOf = new Map(rows.map(({ id, score }) => [id, score]));
  const pairs = targets.flatMap(({ captureId }) => {
    const input = inputs.get(captureId);
    if (!input) return [];
    return [{ before: scoreOf.get(captureId) ?? null, after: judge(input).compliance.score, count: 1 }];
  });
  const skipped = Map.groupBy(endings, ({ message }) => message ?? '');
  return {
    captures: rows.length,
    skipped: [...skipped].map(([reason, items]) => ({ reason, count: items.length })),
    impact: impactOf(pairs),
  };
}

/** Estimates from the speed of recent batches of this kind; for tiers, from the duration of recent inferences. */
async function estimate(
  db: Database,
  mode: ReprocessMode,
): Promise<{ secondsEach: number | null; basis: string }> {
  const { rows: batches } = await db.execute<{ seconds: number | null }>(sql`
    select sum(extract(epoch from b.ended_at - b.started_at))::float8 / nullif(sum(b.total), 0) as seconds
    from (select * from reprocess_batch where mode = ${mode} and ended_at is not null and total >= 20
      order by created_at desc limit 5) b`);
  if (typeof batches[0]?.seconds === 'number')
    return { secondsEach: batches[0].seconds, basis: 'what the last batches of this kind took' };
  if (mode === 'RESCORE')
    return {
      secondsEach: 0.02,
      basis: 'an assumption of 50 captures a second: no batch of this kind ran yet',
    };
  const { rows: sets } = await db.execute<{ seconds: number | null }>(sql`
    select avg(inference_ms)::float8 / 1000 as seconds
    from (select inference_ms from detection_set order by id desc limit 200) recent`);
  return {
    secondsEach: sets[0]?.seconds ?? null,
    basis: 'what the tiers took for the last captures, one after another',
  };
}
