import { capture, type Database, type ReprocessMode, type VersionChoice } from '@gondola/db';
import { and, count, eq, sql } from 'drizzle-orm';
import { judge } from '../stages/score.ts';
import { loadScoreInputs } from '../store/load-score.ts';
import { aimItems } from './aim-items.ts';
import { type BatchImpact, impactOf } from './batch-impact.ts';
import { type BatchScope, capturesInScope } from './batch-scope.ts';
import { versionOf } from './choose-version.ts';
import type { BatchRow } from './start-batch.ts';

export interface BatchPlan {
  scope: BatchScope;
  mode: ReprocessMode;
  versionChoice: VersionChoice;
  versionId: string | null;
}

export interface BatchPreview {
  /** In the scope now. */
  captures: number;
  /** Of them, those that the batch can do: in the right state, and with a planogram version by the choice. */
  eligible: number;
  /** Minutes for the eligible ones, and what that is based on; null when nothing tells. */
  estimatedMinutes: number | null;
  estimateBasis: string;
  /** A sample that was scored again on trial, without a trace; null where only a tier could tell. */
  sample: { captures: number; skipped: { reason: string; count: number }[]; impact: BatchImpact } | null;
}

const sampleSize = 40;

/** A dry run: what a batch would do, without doing it. */
export async function previewBatch(db: Database, plan: BatchPlan): Promise<BatchPreview> {
  const scope = capturesInScope(plan.scope);
  const version = versionOf(plan.versionChoice, plan.versionId);
  const state = plan.mode === 'RELEASE' ? 'VERSION_DRIFT' : 'SCORED';
  const able = and(scope, eq(capture.state, state), sql`${version} is not null`);
  const [counted] = await db
    .select({ captures: count(), eligible: sql<number>`count(*) filter (where ${able ?? sql`true`})::int` })
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
  // Spread over the scope and the same at every look: by a hash of the id.
  const rows = await db
    .select({ id: capture.id, score: capture.score })
    .from(capture)
    .where(and(capturesInScope(plan.scope), eq(capture.state, 'SCORED')))
    .orderBy(sql`md5(${capture.id}::text)`)
    .limit(sampleSize);
  if (rows.length === 0) return { captures: 0, skipped: [], impact: impactOf([]) };
  const { aims, endings } = await aimItems(
    db,
    plan satisfies Pick<BatchRow, 'mode' | 'versionChoice' | 'versionId'>,
    rows.map(({ id }) => id),
  );
  const inputs = await loadScoreInputs(db, aims);
  const scoreOf = new Map(rows.map(({ id, score }) => [id, score]));
  const pairs = aims.flatMap(({ captureId }) => {
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

/** From what batches of this kind took lately; for tiers, from what they took for the last captures. */
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
