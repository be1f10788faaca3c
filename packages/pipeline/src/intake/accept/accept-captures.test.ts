import { capture, captureConflict, captureEvent, deadLetter, upload } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { completeUpload } from '../uploads/complete-upload.ts';
import { createUpload } from '../uploads/create-upload.ts';
import { acceptCaptures } from './accept-captures.ts';

const { db, url } = await createTestDatabase('accept_captures');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const submit = (...payloads: unknown[]) => acceptCaptures(world.intake, world.device, payloads);
const sha = (digit: string) => digit.repeat(64);

async function jobsOf(captureId: string) {
  const { rows } = await db.execute<{ id: string; name: string; waits: boolean }>(
    sql`select id, name, start_after > now() as waits from pgboss.job where data->>'captureId' = ${captureId}`,
  );
  return rows;
}

test('an accepted capture has its row, its first event and the one job that it names', async () => {
  const [result] = await submit(buildPayload(1));
  if (result?.outcome !== 'ACCEPTED') throw new Error('not accepted');
  const [row] = await db.select().from(capture).where(eq(capture.id, result.captureId));
  expect(row).toMatchObject({ state: 'INGESTED', revision: 0, taggedVersion: 'snacks-2026-47' });
  const events = await db.select().from(captureEvent).where(eq(captureEvent.captureId, result.captureId));
  expect(events).toMatchObject([{ revision: 0, fromState: null, toState: 'INGESTED' }]);
  expect(await jobsOf(result.captureId)).toEqual([{ id: row?.jobId, name: 'preprocess', waits: false }]);
});

test('a payload sent three times concurrently is one capture, and every sender gets its id', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => submit(buildPayload(2))));
  const ids = answers.map(([result]) => result && 'captureId' in result && result.captureId);
  expect(new Set(ids).size).toBe(1);
  expect(answers.map(([result]) => result?.outcome).sort()).toEqual(['ACCEPTED', 'DUPLICATE', 'DUPLICATE']);
  expect(await jobsOf(String(ids[0]))).toHaveLength(1);
});

test('a batch that holds the same payload twice returns a result for both, in order', async () => {
  const results = await submit(buildPayload(3), buildPayload(4), buildPayload(3));
  expect(results.map((r) => r.outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE']);
  expect(results[2]).toMatchObject({
    captureId: results[0] && 'captureId' in results[0] && results[0].captureId,
  });
});

test('the same key with another photo is a conflict, recorded once', async () => {
  const [first] = await submit(buildPayload(5, { sha256: sha('a') }));
  const [second] = await submit(buildPayload(5, { sha256: sha('b') }));
  await submit(buildPayload(5, { sha256: sha('b') }));
  expect([first?.outcome, second?.outcome]).toEqual(['ACCEPTED', 'CONFLICT']);
  const conflicts = await db.select().from(captureConflict);
  expect(conflicts).toMatchObject([{ claim: sha('b') }]);
});

test('a bad payload is dead-lettered with its raw text and does not affect the rest of its batch', async () => {
  const bad = { ...buildPayload(6), aisle: 'A\u0000\ud800' };
  const results = await submit(buildPayload(7), bad, 'not an object', buildPayload(8));
  expect(results.map((r) => r.outcome)).toEqual(['ACCEPTED', 'DEAD_LETTERED', 'DEAD_LETTERED', 'ACCEPTED']);
  const deadLetters = await db.select().from(deadLetter);
  expect(deadLetters.map((l) => l.reason).sort()).toEqual(['NOT_AN_OBJECT', 'TEXT_INVALID']);
  const raw = deadLetters.find((l) => l.reason === 'TEXT_INVALID')?.rawPayload;
  expect(JSON.parse(String(raw))).toEqual(bad);
});

test('the same bad payload sent again is the same dead letter', async () => {
  const [first] = await submit({ nonsense: 1 });
  const [second] = await submit({ nonsense: 1 });
  expect(second).toEqual(first);
});

test('a capture waits for its upload with a timer, and the completed upload wakes it at once', async () => {
  const created = await createUpload(db, world.device.storeId, {
    mimeType: 'image/jpeg',
    byteLength: 3,
    sha256: sha('c'),
  });
  if (!('uploadId' in created)) throw new Error('no upload');
  const [result] = await submit(buildPayload(9, { image_url: undefined, upload_id: created.uploadId }));
  const captureId = result && 'captureId' in result ? result.captureId : '';
  expect(await jobsOf(captureId)).toMatchObject([{ waits: true }]);

  const short = await completeUpload(
    world.intake,
    created.uploadId,
    { sha256: sha('d'), byteLength: 2 },
    'image/jpeg',
  );
  expect(short).toMatchObject({
    problem: { code: 'HASH_MISMATCH', message: expect.stringContaining('2 of 3') },
  });
  const stored = { sha256: sha('c'), byteLength: 3 };
  const endings = await Promise.all(
    [1, 2].map(() => completeUpload(world.intake, created.uploadId, stored, 'image/jpeg')),
  );
  expect(endings.sort()).toEqual(['ALREADY_COMPLETED', 'COMPLETED']);
  const [row] = await db.select().from(capture).where(eq(capture.id, captureId));
  expect(await jobsOf(captureId)).toEqual([{ id: row?.jobId, name: 'preprocess', waits: false }]);
});

test('an upload of image/jpg is one of image/jpeg, and one of HEIC is told the setting of the phone', async () => {
  const request = { byteLength: 3, sha256: null };
  const created = await createUpload(db, world.device.storeId, { ...request, mimeType: 'image/jpg' });
  if (!('uploadId' in created)) throw new Error('no upload');
  const [row] = await db.select().from(upload).where(eq(upload.id, created.uploadId));
  expect(row?.mimeType).toBe('image/jpeg');
  expect(await createUpload(db, world.device.storeId, { ...request, mimeType: 'image/heic' })).toMatchObject({
    problems: [{ code: 'MIME_TYPE_REFUSED', message: expect.stringContaining('Most Compatible') }],
  });
});

test('an upload of another store is unknown to this one', async () => {
  const other = await tinyWorld(db, url, '0999');
  const created = await createUpload(db, other.device.storeId, {
    mimeType: 'image/png',
    byteLength: 3,
    sha256: null,
  });
  const uploadId = 'uploadId' in created ? created.uploadId : '';
  const [result] = await submit(buildPayload(10, { image_url: undefined, upload_id: uploadId }));
  expect(result).toMatchObject({ outcome: 'DEAD_LETTERED', problems: [{ code: 'UPLOAD_UNKNOWN' }] });
  await other.stop();
});
