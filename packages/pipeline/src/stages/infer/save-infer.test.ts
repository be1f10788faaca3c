import { detectionSet, recaptureRequest } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { activateVersion } from '../../planogram-versions/activate-version.ts';
import { addPreprocessed, addVersion } from '../../planogram-versions/version-world.testing.ts';
import type { Realogram } from '../../realogram.ts';
import { saveInfer } from './save-infer.ts';

const { db, url } = await createTestDatabase('placement');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const versionId = await addVersion(db, 'spring', ['A B']);
const { storeId } = world.device;
await db.transaction((tx) =>
  activateVersion(tx, { label: 'spring', storeId, aisle: 'A1', actor: 'manager' }),
);

/** Saves a realogram of a new capture; returns its detection set and the reasons of its recapture request. */
async function saved(more: Partial<Realogram>) {
  const captureId = await addPreprocessed(world, 'spring', 'A1');
  const realogram: Realogram = { detections: [], planogramToPhoto: null, truncated: false, ...more };
  await db.transaction((tx) =>
    saveInfer(tx, captureId, {
      versionId,
      tier: 3,
      model: { id: 'heuristic-1', configHash: 'hash' },
      realogram,
      inferenceMs: 5,
      attempts: [{ tier: 3, provider: 'heuristic', outcome: 'OK', message: null, durationMs: 5 }],
    }),
  );
  const [set] = await db.select().from(detectionSet).where(eq(detectionSet.captureId, captureId));
  const [request] = await db.select().from(recaptureRequest).where(eq(recaptureRequest.captureId, captureId));
  return { problem: set?.placementProblem, reasons: request?.reasons ?? null };
}

test('a photo that could not be placed is asked for again, with the reason', async () => {
  expect(await saved({ placementProblem: 'MIRRORED' })).toEqual({
    problem: 'MIRRORED',
    reasons: ['MIRRORED'],
  });
});

test('a turned photo that is placed, and a photo without a problem, are not asked for again', async () => {
  const planogramToPhoto = [0.001, 0, 0, 0, 0.001, 0, 0, 0, 1];
  expect(await saved({ placementProblem: 'TURNED', planogramToPhoto })).toEqual({
    problem: 'TURNED',
    reasons: null,
  });
  expect(await saved({ planogramToPhoto })).toEqual({ problem: null, reasons: null });
});
