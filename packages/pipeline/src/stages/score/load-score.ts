import { capture, type Database, type Transaction } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { Realogram } from '../inference/realogram.ts';
import type { Planogram } from '../planogram/model.ts';
import type { LiveScoreInput, ScoreInput } from '../stages/score.ts';
import { readNeighbours } from './read-neighbours.ts';
import { readScoreRows, type ScoreRow } from './read-score-rows.ts';
import { recallPlanogram } from './recall-planogram.ts';

/** Which detections are to be judged against which version. */
export interface ScoreTarget {
  captureId: string;
  detectionSetId: string;
  versionId: string;
  mappedFromVersionId: string | null;
}

type PlanogramOf = (versionId: string) => Promise<Planogram>;

/** The capture's detections and the planogram it is pinned to, with a look at the versions beside it. */
export async function loadScore(db: Database, captureId: string): Promise<LiveScoreInput | null> {
  const [row] = await db
    .select({
      bayId: capture.bayId,
      takenAt: capture.takenAt,
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
 * What scoring needs of several captures at once, by capture id; one target a capture. One statement however many they
 * are, and one read of each version that was not read just now. Inside a transaction, its owner says how versions are read.
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
    rulings: {
      waivers: (waivers ?? []).map((one) => ({ ...one, expiresAt: new Date(one.expiresAt) })),
      overrules: overrules ?? [],
      aliases: aliases ?? [],
      mapping: mapping ?? [],
    },
  };
}
