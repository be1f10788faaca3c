import {
  bay,
  capture,
  captureConflict,
  captureEvent,
  type Database,
  deadLetter,
  detectionSet,
  image,
  inferenceAttempt,
  planogram,
  planogramPosition,
  planogramVersion,
  product,
  recaptureRequest,
  score,
  scoreFindings,
} from '@gondola/db';
import { eq } from 'drizzle-orm';

/** The SHA-256 of the scored capture's images. Their bytes are not in the object store. */
export const hashes = { original: 'a'.repeat(64), display: 'b'.repeat(64), thumbnail: 'c'.repeat(64) };

/** A capture with a score of 0 that followed one without a score, and a row of everything that can hang on it. */
export async function addScoredCapture(db: Database, storeId: string): Promise<string> {
  const first = <Row>([row]: Row[]): Row => {
    if (row === undefined) throw new Error('nothing was written');
    return row;
  };
  for (const sha256 of Object.values(hashes))
    await db
      .insert(image)
      .values({ sha256, byteLength: 1, mimeType: 'image/jpeg', widthPx: 4032, heightPx: 3024 });
  const place = first(await db.insert(bay).values({ storeId, aisle: 'A1' }).returning());
  const plan = first(await db.insert(planogram).values({ code: 'p', name: 'Plan' }).returning());
  const shelf = { id: 's1', number: 1, xMm: 0, yMm: 400, widthMm: 1000, heightMm: 30 };
  const version = first(
    await db
      .insert(planogramVersion)
      .values({
        planogramId: plan.id,
        label: 'v1',
        widthMm: 1000,
        heightMm: 500,
        shelves: [shelf],
        sourceFormat: 'gondola',
        sourceSha256: 'x',
      })
      .returning(),
  );
  const products = await db
    .insert(product)
    .values(
      ['1', '2'].map((sku) => ({ catalog: 'c', sku, name: `Product ${sku}`, widthMm: 100, heightMm: 200 })),
    )
    .returning();
  await db.insert(planogramPosition).values(
    products.map(({ id }, i) => ({
      versionId: version.id,
      positionId: `p${i + 1}`,
      productId: id,
      shelfNumber: 1,
      sequence: i + 1,
      xMm: i * 100,
      yMm: 200,
      widthMm: 100,
      heightMm: 200,
      facingsHorizontal: 1,
      facingsVertical: 1,
      facingsDepth: 1,
      orientation: 'front',
    })),
  );
  const row = first(
    await db
      .insert(capture)
      .values({
        storeId,
        bayId: place.id,
        keyVersion: 1,
        idempotencyKey: Uint8Array.of(1),
        payload: { store_id: '0421' },
        takenAt: new Date('2026-11-24T05:00:00Z'),
        taggedVersion: 'tagged',
        state: 'INGESTED',
        sha256: hashes.original,
        displaySha256: hashes.display,
        thumbnailSha256: hashes.thumbnail,
        shortSidePx: 3024,
        sharpness: 42,
        qualityFlaws: ['TOO_BLURRED'],
        pinnedVersionId: version.id,
        tier: 3,
      })
      .returning(),
  );
  const about = { captureId: row.id };
  const set = first(
    await db
      .insert(detectionSet)
      .values({ ...about, tier: 3, modelId: 'm', configHash: 'h', realogram: {}, inferenceMs: 1 })
      .returning(),
  );
  const result = { ...about, detectionSetId: set.id, versionId: version.id, formulaVersion: 1, tier: 3 };
  const model = { modelId: 'm', configHash: 'h', qualityFlags: ['TOO_BLURRED' as const] };
  await db
    .insert(score)
    .values({ ...result, ...model, score: null, unscoredReason: 'NOTHING_ASSESSABLE', coverage: 0 });
  const current = first(
    await db
      .insert(score)
      .values({ ...result, ...model, score: 0, coverage: 0.5 })
      .returning(),
  );
  const evidence = { facingBoxes: [], candidates: [], foundAtPositionId: null };
  const found = {
    seenProductId: null,
    facingsPlanned: 1,
    facingsSeen: null,
    confidence: 0.5,
    credit: null,
    box: null,
    reason: 'because',
  };
  const missing = {
    ...found,
    positionId: 'p1',
    verdict: 'MISSING',
    expectedProductId: products[0]?.id ?? null,
    facingsSeen: 0,
    credit: 0,
    evidence,
  };
  const notAssessed = {
    ...found,
    positionId: 'p2',
    verdict: 'NOT_ASSESSED',
    expectedProductId: products[1]?.id ?? null,
    box: [0.25, 0.5, 0.125, 0.25],
    evidence: {
      facingBoxes: [[0, 0, 1, 1]],
      candidates: [{ productId: products[1]?.id, score: 0.5 }],
      foundAtPositionId: 'p1',
    },
  };
  await db.insert(scoreFindings).values({
    scoreId: current.id,
    verdictCounts: { MISSING: 1, NOT_ASSESSED: 1 },
    findings: [missing, notAssessed],
  });
  await db
    .update(capture)
    .set({ state: 'SCORED', currentScoreId: current.id, score: 0, coverage: 0.5 })
    .where(eq(capture.id, row.id));
  await db
    .insert(inferenceAttempt)
    .values({ ...about, ordinal: 1, tier: 3, provider: 'heuristic', outcome: 'OK', durationMs: 2 });
  await db.insert(captureEvent).values({
    ...about,
    revision: 0,
    toState: 'INGESTED',
    reason: 'ACCEPTED',
    facts: { by: 'test' },
    actor: 'test',
  });
  await db.insert(captureConflict).values({ ...about, payload: {}, claim: 'other bytes' });
  await db.insert(recaptureRequest).values({ ...about, storeId, bayId: place.id, reasons: ['TOO_BLURRED'] });
  await db.insert(deadLetter).values({
    stage: 'intake',
    reason: 'FIELD_MISSING',
    problems: [],
    rawPayload: '{}',
    payloadSha256: 'x',
    storeId,
  });
  return row.id;
}
