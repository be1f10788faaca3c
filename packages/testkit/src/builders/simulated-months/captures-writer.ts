import { capture, type Database, detectionSet, score, scoreFindings, type Verdict } from '@gondola/db';
import { v7 } from 'uuid';
import type { SimulatedPhoto } from './months-plan.ts';
import type { PlannedVersion } from './planned-version.ts';

/** A bay while its months pass. */
export interface SimulatedBay {
  id: string;
  storeId: string;
  store: number;
  number: number;
  code: string;
  /** Share of positions that are usually right. */
  goodness: number;
  soldOut: Set<number>;
}

/** Rows of one statement: four tables with some 20 columns stay far below the limit of 65,535 parameters. */
const chunkSize = 500;

/** Returns a writer of scored captures, by the labels of their versions; the last rows wait for `flush`. */
export function capturesWriter(
  db: Database,
  versions: ReadonlyMap<string, PlannedVersion>,
  random: () => number,
) {
  const captures: (typeof capture.$inferInsert)[] = [];
  const detections: (typeof detectionSet.$inferInsert)[] = [];
  const scores: (typeof score.$inferInsert)[] = [];
  const findings: (typeof scoreFindings.$inferInsert)[] = [];
  const flush = async () => {
    if (captures.length === 0) return;
    await db.insert(capture).values(captures.splice(0));
    await db.insert(detectionSet).values(detections.splice(0));
    await db.insert(score).values(scores.splice(0));
    await db.insert(scoreFindings).values(findings.splice(0));
  };
  const add = async (place: SimulatedBay, photo: SimulatedPhoto, at: number): Promise<void> => {
    const version = versions.get(photo.version);
    if (!version) throw new Error(`no version ${photo.version}`);
    const [id, scoreId, detectionSetId] = [v7(), v7(), v7()];
    const instant = new Date(at);
    const seen = version.positions.map(({ positionId, productId }, i) => {
      const draw = random();
      const verdict: Verdict =
        place.soldOut.has(i) || draw < photo.empty
          ? 'MISSING'
          : draw < photo.empty + photo.unknown
            ? 'UNKNOWN_PRODUCT'
            : 'MATCH';
      const credit = verdict === 'MATCH' ? 1 : 0;
      return { positionId, verdict, expectedProductId: productId, credit };
    });
    const verdictCounts: Partial<Record<Verdict, number>> = {};
    for (const { verdict } of seen) verdictCounts[verdict] = (verdictCounts[verdict] ?? 0) + 1;
    const result = seen.reduce((sum, { credit }) => sum + credit, 0) / seen.length;
    const { coverage, tier, modelId, settings, firmware, cameraModel, sharpness } = photo;
    captures.push({
      id,
      storeId: place.storeId,
      bayId: place.id,
      keyVersion: 1,
      idempotencyKey: Buffer.from(id),
      payload: {},
      takenAt: instant,
      taggedVersion: photo.version,
      state: 'SCORED',
      pinnedVersionId: version.id,
      detectionSetId,
      currentScoreId: scoreId,
      score: result,
      coverage,
      tier,
      firmware,
      cameraModel,
      sharpness,
      scoredAt: instant,
      receivedAt: instant,
      traceParent: `00-${id.replaceAll('-', '')}-${id.slice(-12).padStart(16, '1')}-01`,
    });
    const about = { captureId: id, tier, modelId, configHash: settings, versionId: version.id };
    detections.push({ ...about, id: detectionSetId, realogram: {}, inferenceMs: 1 });
    scores.push({
      ...about,
      id: scoreId,
      detectionSetId,
      formulaVersion: 1,
      score: result,
      coverage,
      qualityFlags: [],
      createdAt: instant,
    });
    findings.push({ scoreId, verdictCounts, findings: seen });
    if (captures.length >= chunkSize) await flush();
  };
  return { add, flush };
}
