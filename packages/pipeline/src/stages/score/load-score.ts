import { capture, type Database, effectiveTakenAt, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Planogram } from '../../planogram/model.ts';
import { readNeighbours } from '../../planogram-versions/read-neighbours.ts';
import { recallPlanogram } from '../../planogram-versions/recall-planogram.ts';
import type { Realogram } from '../../realogram.ts';
import { readScoreRows, type ScoreRow } from './read-score-rows.ts';
import type { LiveScoreInput, ScoreInput } from './score.ts';
import type { ScoreTarget } from './score-target.ts';

type PlanogramOf = (versionId: string) => Promise<Planogram>;

/** Reads the detections of a capture and its pinned planogram; the neighbouring versions are read on demand. */
export async function loadScore(db: Database, captureId: string): Promise<LiveScoreInput | null> {
  const [row] = await db
    .select({
      bayId: capture.bayId,
      takenAt: effectiveTakenAt,
      detectionSetId: capture.detectionSetId,
      versionId: capture.pinnedVersionId,
      mappedFromVersionId: capture.mappedFromVersionId,
    })
    .from(capture)
    .where(eq(capture.id, captureId));
  if (!row?.versionId || !row.detectionSetId) return null;
  const { detectionSetId, versionId, mappedFromVersionId, bayId, takenAt } = row;
  const target = { captureId, detectionSetId, versionId, mappedFromVersionId };
  const input = (await loadScoreInputs(db, [target])).get(captureId);
  if (!input) return null;
  return { ...input, readNeighbours: () => readNeighbours(db, { bayId, versionId, takenAt }) };
}

/**
 * Reads the inputs of scoring for several captures, by capture id, with one target per capture. Uses one statement for
 * any number of targets, and one read per version that is not cached. Inside a transaction the caller defines how
 * versions are read.
 */
export async function loadScoreInputs(
  db: Database,
  targets: readonly ScoreTarget[],
): Promise<Map<string, ScoreInput>>;
export async function loadScoreInputs(
  db: Transaction,
  targets: readonly ScoreTarget[],
  planogramOf: PlanogramOf,
): Promise<Map<string, ScoreInput>>;
export async function loadScoreInputs(
  db: Database | Transaction,
  targets: readonly ScoreTarget[],
  planogramOf: PlanogramOf = (versionId) => recallPlanogram(db as Database, versionId),
): Promise<Map<string, ScoreInput>> {
  if (targets.length === 0) return new Map();
  const rows = new Map((await readScoreRows(db, targets)).map((row) => [row.captureId, row]));
  const inputs = await Promise.all(
    targets.map(async (target) => {
      const row = rows.get(target.captureId);
      return row ? ([target.captureId, await toInput(target, row, planogramOf)] as const) : null;
    }),
  );
  return new Map(inputs.filter((entry) => entry !== null));
}

async function toInput(target: ScoreTarget, row: ScoreRow, planogramOf: PlanogramOf): Promise<ScoreInput> {
  const { detectionSetId, versionId, mappedFromVersionId } = target;
  const { tier, modelId, configHash, realogram, shownVersionId, qualityFlaws } = row;
  const { waivers, overrules, aliases, mapping } = row;
  return {
    detectionSetId,
    versionId,
    mappedFromVersionId,
    tier,
    modelId,
    configHash,
    realogram: realogram as Realogram,
    shownVersionId,
    qualityFlags: qualityFlaws ?? [],
    planogram: await planogramOf(versionId),
    mappedFrom: mappedFromVersionId ? await planogramOf(mappedFromVersionId) : null,
    overrides: {
      waivers: (waivers ?? []).map((one) => ({ ...one, expiresAt: new Date(one.expiresAt) })),
      overrules: overrules ?? [],
      aliases: aliases ?? [],
      mapping: mapping ?? [],
    },
  };
}
