import { detectionSet, image, product, productImage, recaptureRequest } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import type { Frame } from '../../images/frame.ts';
import { noThreshold } from '../../inference/ladder/acceptance-threshold.ts';
import {
  blank,
  type DrawnBay,
  drawnBay,
  photographOf,
} from '../../inference/tiers/heuristic/drawn-bay.testing.ts';
import { createHeuristicTier } from '../../inference/tiers/heuristic/heuristic-tier.ts';
import { activateVersion } from '../../planogram-versions/activate-version.ts';
import { importVersion } from '../../planogram-versions/import-version.ts';
import { addPreprocessed } from '../../planogram-versions/version-world.testing.ts';
import { claimVersion } from './claim-version.ts';
import { infer } from './infer.ts';
import { loadInfer } from './load-infer.ts';
import { saveInfer } from './save-infer.ts';

const { db, url } = await createTestDatabase('wrong_photo');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { storeId } = world.device;
const ladder = [{ tier: createHeuristicTier(), breaker: null, threshold: noThreshold }];
/** What the object store has of the products' pictures, by hash. */
const pictures = new Map<string, Frame>();

/** Imports a drawn bay with a picture of each product, and makes it the plan of an aisle. */
async function plan(aisle: string, drawn: DrawnBay): Promise<string> {
  const about = { label: aisle, code: aisle, name: aisle, catalog: 'test', sourceFormat: 'gondola' };
  const source = { sourceSha256: aisle.padEnd(64, '0'), effectiveFrom: null, effectiveTo: null };
  const result = await db.transaction(async (tx) => {
    await importVersion(tx, { ...about, ...source, planogram: drawn.planogram, createdBy: 'manager' });
    return activateVersion(tx, { label: aisle, storeId, aisle, actor: 'manager' });
  });
  if ('problem' in result) throw new Error(result.problem);
  for (const [sku, picture] of drawn.references) {
    const sha256 = Buffer.from(sku).toString('hex').padEnd(64, '0');
    pictures.set(sha256, picture);
    const [row] = await db.select().from(product).where(eq(product.sku, sku));
    await db.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/png' });
    await db.insert(productImage).values({ productId: row?.id ?? '', sha256 });
  }
  return result.bayId;
}

const here = drawnBay();
// Hues repeat after nearly six products: from the ninth on they lie between those of the first six.
const there = drawnBay(9);
await plan('A1', here);
const thereId = await plan('A2', there);

/** Takes a photo of aisle A1 from the version gate to its saved realogram. */
async function judge(photo: Frame) {
  const captureId = await addPreprocessed(world, 'A1', 'A1');
  const claim = await claimVersion(db, captureId);
  if (!claim) throw new Error('the gate did not answer');
  const outcome = await infer(
    await loadInfer(db, captureId, claim),
    {
      ladder,
      deadlineMs: 30_000,
      openPhoto: async () => photo,
      openReferences: async (shas) =>
        new Map([...shas].map(([id, hashes]) => [id, hashes.flatMap((sha) => pictures.get(sha) ?? [])])),
      findCover: async () => null,
      now: () => performance.now(),
    },
    new AbortController().signal,
  );
  if (outcome.kind !== 'advance') throw new Error(outcome.kind);
  await db.transaction((tx) => saveInfer(tx, captureId, outcome.result));
  const [set] = await db.select().from(detectionSet).where(eq(detectionSet.captureId, captureId));
  const [request] = await db.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, captureId));
  return { likelyBayId: set?.likelyBayId ?? null, reasons: request?.reasons ?? null };
}

/** Draws a photo from another one pixel by pixel; null leaves a grey wall. */
function redrawn(
  whole: Frame,
  size: { width: number; height: number },
  sourceOf: (x: number, y: number) => [number, number] | null,
): Frame {
  const frame = blank(size.width, size.height, [120, 120, 120]);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const source = sourceOf(x, y);
      if (source === null) continue;
      const from = (source[1] * whole.width + source[0]) * 3;
      frame.data.set(whole.data.subarray(from, from + 3), (y * size.width + x) * 3);
    }
  return frame;
}

const whole = photographOf(here);
const { width } = whole;

test('a photo of another bay of the store names that bay, and the store is asked for a photo of the right one', async () => {
  expect(await judge(photographOf(there))).toEqual({ likelyBayId: thereId, reasons: ['OTHER_BAY'] });
});

test('a photo of the right bay asks for nothing', async () => {
  expect(await judge(whole)).toEqual({ likelyBayId: null, reasons: null });
});

test.each([
  ['MIRRORED', redrawn(whole, whole, (x, y) => [width - 1 - x, y])],
  ['COVERED', redrawn(whole, whole, (x, y) => (x < width * 0.12 ? [x, y] : null))],
])('a photo that is %s is asked for again with that reason', async (reason, photo) => {
  expect(await judge(photo)).toEqual({ likelyBayId: null, reasons: [reason] });
});
