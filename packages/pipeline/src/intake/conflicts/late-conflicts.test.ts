import { alert, capture, captureConflict, image } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../accept/accept-captures.ts';
import { completeUpload } from '../uploads/complete-upload.ts';
import { createUpload } from '../uploads/create-upload.ts';
import { onPhotoStored } from './on-photo-stored.ts';

const { db, url } = await createTestDatabase('late_conflicts');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const sha = (digit: string) => digit.repeat(64);

async function submit(ordinal: number, changes: Record<string, unknown> = {}) {
  const [result] = await acceptCaptures(world.intake, world.device, [buildPayload(ordinal, changes)]);
  if (!result || !('captureId' in result)) throw new Error(`no capture: ${JSON.stringify(result)}`);
  return result;
}

async function newUpload(): Promise<string> {
  const request = { mimeType: 'image/jpeg', byteLength: 3, sha256: null };
  const created = await createUpload(db, world.device.storeId, request);
  if (!('uploadId' in created)) throw new Error('no upload');
  return created.uploadId;
}

const completeWithBytes = (uploadId: string, sha256: string) =>
  completeUpload(world.intake, uploadId, { sha256, byteLength: 3 }, 'image/jpeg');

const storeBytes = (captureId: string, sha256: string) =>
  db.transaction(async (tx) => {
    await tx.select().from(capture).where(eq(capture.id, captureId)).for('update');
    await onPhotoStored(tx, captureId, sha256);
    await tx.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/jpeg' }).onConflictDoNothing();
    await tx.update(capture).set({ sha256 }).where(eq(capture.id, captureId));
  });

const claimsOf = async (captureId: string) =>
  (await db.select().from(captureConflict).where(eq(captureConflict.captureId, captureId))).map(
    ({ claim }) => claim,
  );

const openAlerts = (captureId: string) =>
  db
    .select()
    .from(alert)
    .where(and(eq(alert.captureId, captureId), isNull(alert.closedAt)));

test('a conflict has one open alert that counts occurrences, and names photo and device once known', async () => {
  const { captureId } = await submit(1, { sha256: sha('a') });
  await db.insert(image).values({ sha256: sha('b'), byteLength: 1, mimeType: 'image/jpeg' });
  for (const digit of ['b', 'b', 'c'])
    expect(await submit(1, { sha256: sha(digit) })).toMatchObject({ outcome: 'CONFLICT', captureId });
  expect(await openAlerts(captureId)).toMatchObject([
    { rule: 'CAPTURE_CONFLICT', subject: captureId, storeId: world.device.storeId, occurrences: 2 },
  ]);
  const rows = await db.select().from(captureConflict).orderBy(captureConflict.claim);
  expect(rows).toMatchObject([
    { claim: sha('b'), sha256: sha('b'), deviceKeyId: world.device.deviceKeyId },
    { claim: sha('c'), sha256: null },
  ]);
});

test('a closed alert stays closed, and another photo raises a new one', async () => {
  const { captureId } = await submit(2, { sha256: sha('a') });
  await submit(2, { sha256: sha('b') });
  await db.update(alert).set({ closedAt: sql`now()` }).where(eq(alert.captureId, captureId));
  await submit(2, { sha256: sha('b') });
  expect(await openAlerts(captureId)).toHaveLength(0);
  await submit(2, { sha256: sha('c') });
  expect(await openAlerts(captureId)).toMatchObject([{ occurrences: 1 }]);
});

test('the same URL with another signature is a resend', async () => {
  const { captureId } = await submit(3, { image_url: 'https://photos.example/3.jpg?sig=1' });
  expect(await submit(3, { image_url: 'https://photos.example/3.jpg?sig=2' })).toMatchObject({
    outcome: 'DUPLICATE',
  });
  expect(await claimsOf(captureId)).toEqual([]);
});

test('another URL without hashes stays open until the bytes are stored, and then is a conflict for a person', async () => {
  const { captureId } = await submit(4);
  expect(await submit(4, { image_url: 'https://elsewhere.example/4.jpg' })).toMatchObject({
    outcome: 'DUPLICATE',
  });
  expect(await claimsOf(captureId)).toEqual(['open:https://elsewhere.example/4.jpg']);
  expect(await openAlerts(captureId)).toHaveLength(0);
  await storeBytes(captureId, sha('d'));
  expect(await claimsOf(captureId)).toEqual(['https://elsewhere.example/4.jpg']);
  expect(await openAlerts(captureId)).toHaveLength(1);
  expect(await submit(4, { image_url: 'https://third.example/4.jpg' })).toMatchObject({
    outcome: 'CONFLICT',
  });
  expect(await openAlerts(captureId)).toMatchObject([{ occurrences: 2 }]);
});

test('a claim of a URL of any length is recorded', async () => {
  const { captureId } = await submit(5);
  const long = `https://elsewhere.example/${'\u00e4'.repeat(2000)}`;
  expect(await submit(5, { image_url: long })).toMatchObject({ outcome: 'DUPLICATE' });
  expect(await claimsOf(captureId)).toHaveLength(1);
});

test('a declared hash is compared when the bytes of the first photo are stored', async () => {
  const [same, different] = [await submit(6), await submit(7)];
  await submit(6, { image_url: 'https://elsewhere.example/6.jpg', sha256: sha('e') });
  await submit(7, { image_url: 'https://elsewhere.example/7.jpg', sha256: sha('e') });
  await storeBytes(same.captureId, sha('e'));
  await storeBytes(different.captureId, sha('f'));
  expect(await claimsOf(same.captureId)).toEqual([]);
  expect(await claimsOf(different.captureId)).toEqual([sha('e')]);
  expect(await openAlerts(same.captureId)).toHaveLength(0);
  expect(await openAlerts(different.captureId)).toHaveLength(1);
});

test.each([
  ['first upload first', false],
  ['second upload first', true],
])('two uploads of one key are compared when both are complete: %s', async (_, secondFirst) => {
  const ordinal = secondFirst ? 9 : 8;
  const [ours, theirs] = [await newUpload(), await newUpload()];
  const viaUpload = (upload_id: string) => ({ image_url: undefined, upload_id });
  const { captureId } = await submit(ordinal, viaUpload(ours));
  expect(await submit(ordinal, viaUpload(theirs))).toMatchObject({ outcome: 'DUPLICATE', captureId });
  const steps = [() => completeWithBytes(ours, sha('1')), () => completeWithBytes(theirs, sha('2'))];
  for (const step of secondFirst ? steps.toReversed() : steps) expect(await step()).toBe('COMPLETED');
  expect(await claimsOf(captureId)).toEqual([sha('2')]);
  expect(await openAlerts(captureId)).toHaveLength(1);
  const [row] = await db.select().from(captureConflict).where(eq(captureConflict.captureId, captureId));
  expect(row).toMatchObject({ sha256: sha('2'), payload: { upload_id: theirs } });
});

test('uploads of one key with the same bytes are no conflict', async () => {
  const [ours, theirs] = [await newUpload(), await newUpload()];
  const { captureId } = await submit(10, { image_url: undefined, upload_id: ours });
  await submit(10, { image_url: undefined, upload_id: theirs });
  await Promise.all([completeWithBytes(ours, sha('3')), completeWithBytes(theirs, sha('3'))]);
  expect(await claimsOf(captureId)).toEqual([]);
  expect(await openAlerts(captureId)).toHaveLength(0);
});

test('bytes that are stored while the second payload arrives are compared too', async () => {
  for (let i = 0; i < 10; i++) {
    const { captureId } = await submit(20 + i);
    const elsewhere = { image_url: `https://elsewhere.example/${i}.jpg`, sha256: sha('4') };
    await Promise.all([submit(20 + i, elsewhere), storeBytes(captureId, sha('5'))]);
    expect(await claimsOf(captureId)).toEqual([sha('4')]);
    expect(await openAlerts(captureId)).toHaveLength(1);
  }
});
