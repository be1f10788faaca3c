import { capture, image } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { goodPayload, tinyWorld } from '../testing.ts';
import { acceptCaptures } from './accept-captures.ts';
import { linkSamePhoto } from './link-same-photo.ts';

const { db, url } = await createTestDatabase('same_photo');
const world = await tinyWorld(db, url);
const other = await tinyWorld(db, url, '0999');
afterAll(() => Promise.all([world.stop(), other.stop()]));

const sha = (letter: string) => letter.repeat(64);

async function take(ordinal: number, changes = {}, by = world): Promise<string> {
  const payload = goodPayload(ordinal, { store_id: by.device.storeCode, ...changes });
  const [result] = await acceptCaptures(by.intake, by.device, [payload]);
  if (result?.outcome !== 'ACCEPTED') throw new Error('not accepted');
  return result.captureId;
}

/** What preprocessing does once it has a capture's bytes. */
const bytesCome = (captureId: string, sha256: string) =>
  db.transaction(async (tx) => {
    await tx.select().from(capture).where(eq(capture.id, captureId)).for('update');
    await linkSamePhoto(tx, captureId, sha256);
    await tx.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/jpeg' }).onConflictDoNothing();
    await tx.update(capture).set({ sha256 }).where(eq(capture.id, captureId));
  });

const firstOf = async (captureId: string) =>
  (await db.query.capture.findFirst({ where: eq(capture.id, captureId) }))?.samePhotoAsId;

test('a declared hash of bytes that are in links at submission, within the store', async () => {
  const first = await take(1);
  await bytesCome(first, sha('a'));
  expect(await firstOf(await take(2, { sha256: sha('a') }))).toBe(first);
  expect(await firstOf(await take(3, { sha256: sha('b') }))).toBeNull();
  expect(await firstOf(await take(4, { sha256: sha('a') }, other))).toBeNull();
});

test('the oldest wins even when its bytes come last, and nobody is left pointing at another', async () => {
  const ids = [await take(10), await take(11), await take(12)];
  for (const id of ids.toReversed()) await bytesCome(id, sha('c'));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, ids[0], ids[0]]);
});

test('bytes that come at the same time make one group without cycles', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) ids.push(await take(20 + i));
  await Promise.all(ids.toReversed().map((id) => bytesCome(id, sha('d'))));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, ...ids.slice(1).map(() => ids[0])]);
});

test('a capture that gets better bytes leaves its group, which keeps together', async () => {
  const ids = [await take(40), await take(41), await take(42)];
  for (const id of ids) await bytesCome(id, sha('e'));
  await bytesCome(String(ids[0]), sha('f'));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, null, ids[1]]);
});
