import { capture, captureConflict, captureEvent, deadLetter } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { goodPayload, tinyWorld } from '../testing.ts';
import { acceptCaptures } from './accept-captures.ts';
import { completeUpload } from './complete-upload.ts';
import { createUpload } from './create-upload.ts';

const { db, url } = await createTestDatabase('accept_captures');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());

const submit = (...payloads: unknown[]) => acceptCaptures(world.intake, world.device, payloads);
const sha = (letter: string) => letter.repeat(64);

async function jobsOf(captureId: string) {
  const { rows } = await db.execute<{ id: string; name: string; waits: boolean }>(
    sql`select id, name, start_after > now() as waits from pgboss.job where data->>'captureId' = ${captureId}`,
  );
  return rows;
}

test('an accepted capture has its row, its first event and the one job that it names', async () => {
  const [result] = await submit(goodPayload(1));
  if (result?.outcome !== 'ACCEPTED') throw new Error('not accepted');
  const [row] = await db.select().from(capture).where(eq(capture.id, result.captureId));
  expect(row).toMatchObject({ state: 'INGESTED', revision: 0, taggedVersion: 'snacks-2026-47' });
  const events = await db.select().from(captureEvent).where(eq(captureEvent.captureId, result.captureId));
  expect(events).toMatchObject([{ revision: 0, fromState: null, toState: 'INGESTED' }]);
  expect(await jobsOf(result.captureId)).toEqual([{ id: row?.jobId, name: 'preprocess', waits: false }]);
});

test('a payload sent three times at once is one capture, and every sender gets its id', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => submit(goodPayload(2))));
  const ids = answers.map(([result]) => result && 'captureId' in result && result.captureId);
  expect(new Set(ids).size).toBe(1);
  expect(answers.map(([result]) => result?.outcome).sort()).toEqual(['ACCEPTED', 'DUPLICATE', 'DUPLICATE']);
  expect(await jobsOf(String(ids[0]))).toHaveLength(1);
});

test('a batch that holds the same payload twice answers both, in order', async () => {
  const results = await submit(goodPayload(3), goodPayload(4), goodPayload(3));
  expect(results.map((r) => r.outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE']);
  expect(results[2]).toMatchObject({
    captureId: results[0] && 'captureId' in results[0] && results[0].captureId,
  });
});

test('the same key with another photo is a conflict that is kept once', async () => {
  const [first] = await submit(goodPayload(5, { sha256: sha('a') }));
  const [second] = await submit(goodPayload(5, { sha256: sha('b') }));
  await submit(goodPayload(5, { sha256: sha('b') }));
  expect([first?.outcome, second?.outcome]).toEqual(['ACCEPTED', 'CONFLICT']);
  const kept = await db.select().from(captureConflict);
  expect(kept).toMatchObject([{ claim: sha('b') }]);
});

test('a bad payload is set aside with its raw text and holds up nothing beside it', async () => {
  const bad = { ...goodPayload(6), aisle: 'A\u0000\ud800' };
  const results = await submit(goodPayload(7), bad, 'not an object', goodPayload(8));
  expect(results.map((r) => r.outcome)).toEqual(['ACCEPTED', 'DEAD_LETTERED', 'DEAD_LETTERED', 'ACCEPTED']);
  const letters = await db.select().from(deadLetter);
  expect(letters.map((l) => l.reason).sort()).toEqual(['NOT_AN_OBJECT', 'TEXT_INVALID']);
  const raw = letters.find((l) => l.reason === 'TEXT_INVALID')?.rawPayload;
  expect(JSON.parse(String(raw))).toEqual(bad);
});

test('the same bad payload sent again is the same dead letter', async () => {
  const [first] = await submit({ nonsense: 1 });
  const [second] = await submit({ nonsense: 1 });
  expect(second).toEqual(first);
});

test('a capture waits for its upload with a timer, and the upload wakes it at once', async () => {
  const created = await createUpload(db, world.device.storeId, {
    mimeType: 'image/jpeg',
    byteLength: 3,
    sha256: sha('c'),
  });
  if (!('uploadId' in created)) throw new Error('no upload');
  const [result] = await submit(goodPayload(9, { image_url: undefined, upload_id: created.uploadId }));
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

test('an upload of another store is unknown to this one', async () => {
  const other = await tinyWorld(db, url, '0999');
  const created = await createUpload(db, other.device.storeId, {
    mimeType: 'image/png',
    byteLength: 3,
    sha256: null,
  });
  const uploadId = 'uploadId' in created ? created.uploadId : '';
  const [result] = await submit(goodPayload(10, { image_url: undefined, upload_id: uploadId }));
  expect(result).toMatchObject({ outcome: 'DEAD_LETTERED', problems: [{ code: 'UPLOAD_UNKNOWN' }] });
  await other.stop();
});
