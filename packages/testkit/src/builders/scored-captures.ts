import { bay, capture, captureEvent, type Database, detectionSet, planogramVersion } from '@gondola/db';
import type { SubmittingDevice } from '@gondola/pipeline/intake';
import type { Detection, Realogram } from '@gondola/pipeline/photo-detection';
import { type Planogram, slotsOf } from '@gondola/pipeline/planogram';
import { activateVersion, importVersion, readPlanogram } from '@gondola/pipeline/planogram-versions';
import { insertScores, judge, loadScoreInputs } from '@gondola/pipeline/scoring';
import { eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';

/** A bay of 6 shelves with 10 products each, one facing a position: what re-scoring is measured on. */
export function sixtyPositions(widthMm = 90): Planogram {
  const shelves = Array.from({ length: 6 }, (_, i) => ({
    id: `S${i + 1}`,
    number: i + 1,
    xMm: 0,
    yMm: 1750 - i * 300,
    widthMm: 1000,
    heightMm: 30,
  }));
  const products = Array.from({ length: 60 }, (_, i) => ({
    id: `P${i}`,
    sku: `P${i}`,
    gtin: null,
    name: `Product ${i}`,
    brand: null,
    category: null,
    widthMm,
    heightMm: 200,
    depthMm: null,
  }));
  const positions = products.map((product, i) => {
    const shelf = Math.floor(i / 10);
    return {
      id: String(i + 1).padStart(4, '0'),
      productId: product.id,
      shelfNumber: shelf + 1,
      sequence: (i % 10) + 1,
      xMm: (i % 10) * 100,
      yMm: 1550 - shelf * 300,
      widthMm,
      heightMm: 200,
      facings: { horizontal: 1, vertical: 1, depth: 1 },
      orientation: 'front',
    };
  });
  return { widthMm: 1000, heightMm: 1800, shelves, positions, products };
}

/** The second edition: the products of two places of each shelf have changed places. */
export function secondEdition(planogram: Planogram): Planogram {
  const positions = planogram.positions.map((position, i, all) => {
    const other = i % 10 === 2 ? all[i + 1] : i % 10 === 3 ? all[i - 1] : position;
    return { ...position, productId: (other ?? position).productId };
  });
  return { ...planogram, positions };
}

/** Writes both editions, makes the first the active one of a bay, and answers their ids and the bay's. */
export async function importEditions(db: Database, device: SubmittingDevice) {
  const first = sixtyPositions();
  const editions = { 'snacks-2026-47': first, 'snacks-2026-48': secondEdition(first) };
  return db.transaction(async (tx) => {
    const ids: string[] = [];
    for (const [label, planogram] of Object.entries(editions)) {
      const imported = await importVersion(tx, {
        planogram,
        code: 'snacks',
        name: 'Snacks',
        label,
        catalog: 'test',
        effectiveFrom: null,
        effectiveTo: null,
        sourceFormat: 'gondola',
        sourceSha256: label.padEnd(64, '0'),
        createdBy: 'test',
      });
      if ('problem' in imported) throw new Error(imported.problem);
      ids.push(imported.versionId);
    }
    const active = await activateVersion(tx, {
      label: 'snacks-2026-47',
      storeId: device.storeId,
      aisle: 'A12-B03',
      actor: 'test',
    });
    if ('problem' in active) throw new Error(active.problem);
    const [firstId = '', secondId = ''] = ids;
    return { firstId, secondId, bayId: active.bayId };
  });
}

/** What a camera in front of the whole bay shows of a planogram laid to the letter, but for some empty places. */
export function seenAsPlanned(planogram: Planogram, isEmpty: (positionId: string) => boolean): Realogram {
  const detections = planogram.positions.flatMap((position) =>
    isEmpty(position.id)
      ? []
      : slotsOf(position).map(
          (slot): Detection => ({
            kind: 'product',
            box: [
              0.05 + (0.9 * slot.xMm) / planogram.widthMm,
              0.05 + (0.9 * slot.yMm) / planogram.heightMm,
              (0.9 * slot.widthMm) / planogram.widthMm,
              (0.9 * slot.heightMm) / planogram.heightMm,
            ],
            productId: position.productId,
            confidence: 0.95,
            candidates: [{ productId: position.productId, score: 0.95 }],
            slot: null,
            identified: true,
          }),
        ),
  );
  return { detections, planogramToPhoto: null, truncated: false };
}

/**
 * Captures as the pipeline leaves them: pinned, detected by tier 1, scored, with their history. The n-th shelf lacks
 * n mod 7 products. Answers their ids in order.
 */
export async function addScoredCaptures(
  db: Database,
  device: SubmittingDevice,
  { bayId, versionId, count }: { bayId: string; versionId: string; count: number },
): Promise<string[]> {
  const planogram = await readPlanogram(db, versionId);
  const [version] = await db.select().from(planogramVersion).where(eq(planogramVersion.id, versionId));
  const [place] = await db.select().from(bay).where(eq(bay.id, bayId));
  if (!version || !place) throw new Error('no version or no bay');
  const realograms = Array.from({ length: 7 }, (_, lacking) =>
    seenAsPlanned(
      planogram,
      (positionId) => Number(positionId) % 9 === 1 && Number(positionId) / 9 < lacking,
    ),
  );
  const ids = Array.from({ length: count }, () => v7());
  const chunk = 200;
  for (let from = 0; from < count; from += chunk) {
    const some = ids
      .slice(from, from + chunk)
      .map((id, i) => ({ id, ordinal: from + i, detectionSetId: v7() }));
    await db.transaction(async (tx) => {
      await tx.insert(capture).values(
        some.map(({ id, ordinal, detectionSetId }) => ({
          id,
          storeId: device.storeId,
          bayId,
          deviceKeyId: device.deviceKeyId,
          keyVersion: 1,
          idempotencyKey: Buffer.from(id),
          payload: {},
          takenAt: new Date(Date.UTC(2026, 10, 20) + ordinal * 1000),
          taggedVersion: version.label,
          state: 'TIER_1_INFERENCE' as const,
          revision: 2,
          pinnedVersionId: versionId,
          detectionSetId,
          tier: 1,
        })),
      );
      await tx.insert(detectionSet).values(
        some.map(({ id, ordinal, detectionSetId }) => ({
          id: detectionSetId,
          captureId: id,
          tier: 1,
          modelId: 'test',
          configHash: 'test',
          versionId,
          realogram: realograms[ordinal % realograms.length],
          inferenceMs: 1,
        })),
      );
    });
    const targets = some.map(({ id, detectionSetId }) => ({
      captureId: id,
      detectionSetId,
      versionId,
      mappedFromVersionId: null,
    }));
    const inputs = await loadScoreInputs(db, targets);
    const made = [...inputs].map(([captureId, input]) => ({
      captureId,
      result: judge(input),
      origin: 'PIPELINE' as const,
    }));
    await db.transaction(async (tx) => {
      await insertScores(tx, made);
      const captureIds = sql.param(some.map(({ id }) => id));
      await tx.execute(sql`
        update capture c set state = 'SCORED', revision = 3, current_score_id = s.id, score = s.score,
          coverage = s.coverage, scored_at = now()
        from score s where s.capture_id = c.id and c.id = any (${captureIds}::uuid[])`);
      await tx
        .insert(captureEvent)
        .values(some.flatMap(({ id }) => history.map((event) => ({ captureId: id, ...event }))));
    });
  }
  return ids;
}

const history = (['INGESTED', 'PREPROCESSED', 'TIER_1_INFERENCE', 'SCORED'] as const).map(
  (toState, revision, states) => ({
    revision,
    fromState: states[revision - 1] ?? null,
    toState,
    reason: 'TEST',
    facts: {},
    actor: 'test',
  }),
);
