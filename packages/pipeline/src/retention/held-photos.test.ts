import {
  alert,
  bay,
  capture,
  captureConflict,
  productImage,
  recaptureRequest,
  retentionRun,
  upload,
} from '@gondola/db';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { readPlanogram } from '../planogram-versions/read-planogram.ts';
import { announceExpiry } from './announce-expiry.ts';
import { readAnnouncedPhotos } from './announced-photos.ts';
import { archiveDue } from './archive-due.ts';
import { openArchiveWorld } from './archive-world.testing.ts';
import { countHeldPhotos, readHeldPhotos } from './held-photos.ts';
import { holdPhoto } from './hold-photo.ts';
import { type Holding, holdings } from './hold-reason.ts';
import { type PhotoRange, readCapturesOfPhotos } from './photo-pages.ts';
import { readPolicyOf, readRetentionPolicy } from './retention-policy.ts';
import { runExpiry } from './run-expiry.ts';

const archive = await openArchiveWorld('held', 35);
const { db, tools, ids } = archive;
await archive.setPolicy();

const whole: PhotoRange = { after: null, before: null, reverse: false, limit: 50 };
const day = 86_400_000;
let next = 0;
/**
 * Inserts a capture that was archived this long ago, with its photo. By default it is past every wait of the policy.
 */
async function archived(days = 400) {
  const id = ids[next] ?? '';
  next += 1;
  const photo = await archive.addPhoto(id);
  await archive.scoredDaysAgo(id, 500);
  await archiveDue(tools);
  await archive.archivedDaysAgo(id, days);
  return { id, ...photo };
}

/** Makes one photo for each holding, which no other holding applies to. */
const due = await archived();
const underReview = ids[34] ?? '';
const held: Record<Holding, { id: string; sha256: string }> = {
  NOT_ARCHIVED: { id: underReview, ...(await archive.addPhoto(underReview)) },
  KEPT: await archived(),
  POLICY: await archived(20),
  ALERT_OPEN: await archived(),
  RECAPTURE_OPEN: await archived(),
  CONFLICT_OPEN: await archived(),
  REFERENCE_IMAGE: await archived(),
  UPLOAD_WAITING: await archived(),
};
const { pinnedVersionId, storeId, bayId } = await archive.captureOf(due.id);
await holdPhoto(db, actorNamed('ann'), { captureId: held.KEPT.id, reason: 'a dispute' });
const openAlert = (captureId: string) =>
  db.insert(alert).values({ rule: 'CAPTURE_CONFLICT', subject: captureId, captureId });
await openAlert(held.ALERT_OPEN.id);
await db
  .insert(recaptureRequest)
  .values({ captureId: held.RECAPTURE_OPEN.id, storeId, bayId, reasons: ['TOO_BLURRED'] });
// The alert's capture has no photo of its own, so the alert holds only the other photo.
await openAlert(ids[33] ?? '');
await db
  .insert(captureConflict)
  .values({ captureId: ids[33] ?? '', claim: 'another photo', sha256: held.CONFLICT_OPEN.sha256 });
const [product] = (await readPlanogram(db, pinnedVersionId ?? '')).products;
await db.insert(productImage).values({ productId: product?.id ?? '', sha256: held.REFERENCE_IMAGE.sha256 });
await db
  .insert(upload)
  .values({ storeId, sha256: held.UPLOAD_WAITING.sha256, expiresAt: new Date(Date.now() + day) });

const policy = await readRetentionPolicy(db);
const pageOf = (holding: Holding, range = whole) => readHeldPhotos(db, { policy, holding }, range);

test.each(holdings)(
  'a photo that stays by %s is counted and listed there, with its captures',
  async (holding) => {
    const counts = await countHeldPhotos(db, policy);
    expect(counts.find((count) => count.holding === holding)).toEqual({
      holding,
      photos: 1,
      limitReached: false,
    });
    const { id, sha256 } = held[holding];
    expect(await pageOf(holding)).toEqual([
      { sha256, byteLength: 64, captureCount: 1, heldBecause: holding, dueAt: expectedDueAt(holding) },
    ]);
    expect(await readCapturesOfPhotos(db, [sha256])).toEqual([{ sha256, captureId: id }]);
  },
);

/** Null while the photo is under review; in the future when the policy holds it; otherwise in the past. */
function expectedDueAt(holding: Holding) {
  if (holding === 'NOT_ARCHIVED') return null;
  return expect.toSatisfy((at: Date) => (holding === 'POLICY' ? at > new Date() : at < new Date()));
}

test('the counts list every holding in order, and a photo without a holding is in none', async () => {
  expect((await countHeldPhotos(db, policy)).map(({ holding }) => holding)).toEqual([...holdings]);
  const listed = (await Promise.all(holdings.map((holding) => pageOf(holding)))).flat();
  expect(listed.map(({ sha256 }) => sha256)).not.toContain(due.sha256);
});

test('a photo is due when the days of all its captures are over; one waiting capture holds it', async () => {
  const [first, second] = [await archived(), await archived(200)];
  await archive.addPhoto(second.id, { sha256: first.sha256 });
  const run = await db.transaction((tx) => announceExpiry(tx, 'ann'));
  const dryRunId = run?.id ?? '';
  const read = async () =>
    (await readAnnouncedPhotos(db, { dryRunId, policy }, whole)).map(({ sha256, heldBecause }) => [
      sha256,
      heldBecause,
    ]);
  const faulty = (await pageOf('POLICY')).find(({ sha256 }) => sha256 === first.sha256);
  expect(faulty).toMatchObject({ captureCount: 2, heldBecause: 'POLICY' });
  expect((faulty?.dueAt?.getTime() ?? 0) / day).toBeCloseTo(Date.now() / day + 165, 0);
  expect(await read()).toEqual([[due.sha256, null]]);

  // The list stays as written; the holdings of its photos are computed anew.
  await holdPhoto(db, actorNamed('ann'), { captureId: due.id, reason: 'late' });
  expect(await read()).toEqual([[due.sha256, 'KEPT']]);
  await db
    .update(capture)
    .set({ keptAt: null, keptBy: null, keptReason: null })
    .where(eq(capture.id, due.id));
  expect(await readPolicyOf(db, run?.policyId ?? '')).toEqual(policy);
});

test('the list that announced a photo shows whether the expiry removed it or left it', async () => {
  const left = await archived();
  const run = await db.transaction((tx) => announceExpiry(tx, 'ann'));
  const dryRunId = run?.id ?? '';
  await openAlert(left.id);
  await db
    .update(retentionRun)
    .set({ createdAt: sql`now() - interval '8 days'` })
    .where(eq(retentionRun.id, dryRunId));
  await runExpiry(tools);
  const list = await readAnnouncedPhotos(db, { dryRunId, policy }, whole);
  expect(new Map(list.map(({ sha256, ...rest }) => [sha256, rest]))).toMatchObject(
    new Map([
      [due.sha256, { expiredAt: expect.any(Date), keptBecause: null, heldBecause: null }],
      [left.sha256, { expiredAt: null, keptBecause: 'ALERT_OPEN', heldBecause: 'ALERT_OPEN' }],
    ]),
  );
});

test('pages continue where the last one ended, in both directions', async () => {
  const shas: string[] = [];
  for (let i = 0; i < 4; i += 1) shas.push((await archived(10)).sha256);
  const all = (await pageOf('POLICY')).map(({ sha256 }) => sha256);
  expect(all).toEqual(all.toSorted());
  expect(all).toEqual(expect.arrayContaining(shas));
  const names = async (range: Partial<PhotoRange>) =>
    (await pageOf('POLICY', { ...whole, ...range })).map(({ sha256 }) => sha256);
  const [first = '', second, third = '', fourth] = all;
  expect(await names({ limit: 2 })).toEqual([first, second]);
  expect(await names({ limit: 2, after: second ?? null })).toEqual([third, fourth]);
  expect(await names({ limit: 2, before: third, reverse: true })).toEqual([second, first]);
  expect(await names({ after: all.at(-1) ?? null })).toEqual([]);
});

test('of a photo that was sent repeatedly, ten captures are listed and all are counted', async () => {
  const once = await archived(10);
  const shop = await archive.captureOf(once.id);
  const [place] = await db.select().from(bay).where(eq(bay.id, shop.bayId));
  await db.insert(capture).values(
    Array.from({ length: 12 }, (_, i) => ({
      storeId: shop.storeId,
      bayId: place?.id ?? '',
      keyVersion: 1,
      idempotencyKey: Buffer.from(`again-${i}`),
      payload: {},
      takenAt: new Date(),
      taggedVersion: shop.taggedVersion,
      state: 'PREPROCESSED' as const,
      sha256: once.sha256,
    })),
  );
  expect(await readCapturesOfPhotos(db, [once.sha256])).toHaveLength(10);
  const listed = (await pageOf('NOT_ARCHIVED')).find(({ sha256 }) => sha256 === once.sha256);
  expect(listed).toMatchObject({ captureCount: 13, dueAt: null });
});
