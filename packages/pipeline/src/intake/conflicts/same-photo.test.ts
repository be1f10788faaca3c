import { capture, image } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { acceptCaptures } from '../accept/accept-captures.ts';
import { linkSamePhoto } from './link-same-photo.ts';

const { db, url } = await createTestDatabase('same_photo');
const world = await tinyWorld(db, url);
const other = await tinyWorld(db, url, '0999');
afterAll(() => Promise.all([world.stop(), other.stop()]));

const sha = (digit: string) => digit.repeat(64);

async function submit(ordinal: number, changes = {}, by = world): Promise<string> {
  const payload = buildPayload(ordinal, { store_id: by.device.storeCode, ...changes });
  const [result] = await acceptCaptures(by.intake, by.device, [payload]);
  if (result?.outcome !== 'ACCEPTED') throw new Error('not accepted');
  return result.captureId;
}

/** Does what preprocessing does when it stores the bytes of a capture. */
const storeBytes = (captureId: string, sha256: string) =>
  db.transaction(async (tx) => {
    await tx.select().from(capture).where(eq(capture.id, captureId)).for('update');
    await linkSamePhoto(tx, captureId, sha256);
    await tx.insert(image).values({ sha256, byteLength: 1, mimeType: 'image/jpeg' }).onConflictDoNothing();
    await tx.update(capture).set({ sha256 }).where(eq(capture.id, captureId));
  });

const firstOf = async (captureId: string) =>
  (await db.query.capture.findFirst({ where: eq(capture.id, captureId) }))?.samePhotoAsId;

test('a declared hash of stored bytes links at submission, within the store', async () => {
  const first = await submit(1);
  await storeBytes(first, sha('a'));
  expect(await firstOf(await submit(2, { sha256: sha('a') }))).toBe(first);
  expect(await firstOf(await submit(3, { sha256: sha('b') }))).toBeNull();
  expect(await firstOf(await submit(4, { sha256: sha('a') }, other))).toBeNull();
});

test('all captures link to the oldest one, even when its bytes are stored last', async () => {
  const ids = [await submit(10), await submit(11), await submit(12)];
  for (const id of ids.toReversed()) await storeBytes(id, sha('c'));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, ids[0], ids[0]]);
});

test('bytes stored concurrently make one group without cycles', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 8; i++) ids.push(await submit(20 + i));
  await Promise.all(ids.toReversed().map((id) => storeBytes(id, sha('d'))));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, ...ids.slice(1).map(() => ids[0])]);
});

test('a capture that gets better bytes leaves its group, which stays linked', async () => {
  const ids = [await submit(40), await submit(41), await submit(42)];
  for (const id of ids) await storeBytes(id, sha('e'));
  await storeBytes(String(ids[0]), sha('f'));
  expect(await Promise.all(ids.map(firstOf))).toEqual([null, null, ids[1]]);
});
