import { capture, openDatabase } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { createUpload } from '../uploads/create-upload.ts';
import { acceptCaptures } from './accept-captures.ts';
import type { IntakeResult } from './intake-result.ts';

const connections = 20;
const { db, url } = await createTestDatabase('concurrent_intake');
const world = await tinyWorld(db, url);
const wide = openDatabase(url, { maxConnections: connections });
const tools = { ...world.intake, db: wide.db };
afterAll(async () => {
  await wide.close();
  await world.stop();
});

const submit = (payloads: readonly unknown[]) => acceptCaptures(tools, world.device, payloads);
const idOf = (result: IntakeResult | undefined) =>
  result && 'captureId' in result ? result.captureId : null;
const onEach = <T>(work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: connections }, (_, i) => work(i)));

test('the same payload on 20 connections is one capture with one id', async () => {
  const answers = await onEach(() => submit([buildPayload(1)]));
  expect(new Set(answers.map(([result]) => idOf(result))).size).toBe(1);
  expect(answers.filter(([result]) => result?.outcome === 'ACCEPTED')).toHaveLength(1);
});

test('batches of the same payloads in opposite orders do not deadlock', async () => {
  const payloads = Array.from({ length: 30 }, (_, i) => buildPayload(100 + i, { aisle: `B${i}` }));
  const answers = await onEach((i) => submit(i % 2 === 0 ? payloads : payloads.toReversed()));
  const ids = answers.map((results, i) => (i % 2 === 0 ? results : results.toReversed()).map(idOf));
  for (const each of ids) expect(each).toEqual(ids[0]);
  expect(new Set(ids[0]).size).toBe(30);
  expect(answers.flat().filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(30);
});

test('conflicting batches in opposite orders raise one alert per capture', async () => {
  const conflicting = Array.from({ length: 10 }, (_, i) => buildPayload(200 + i, { sha256: 'a'.repeat(64) }));
  await submit(conflicting);
  const other = conflicting.map((payload) => ({ ...payload, sha256: 'b'.repeat(64) }));
  const answers = await onEach((i) => submit(i % 2 === 0 ? other : other.toReversed()));
  expect(new Set(answers.flat().map(({ outcome }) => outcome))).toEqual(new Set(['CONFLICT']));
  const { rows } = await db.execute(
    sql`select count(*)::int as alerts, sum(occurrences)::int as occurrences from alert where rule = 'CAPTURE_CONFLICT'`,
  );
  expect(rows).toEqual([{ alerts: 10, occurrences: 10 }]);
});

test('an upload that many captures name concurrently belongs to one of them, and the others are rejected', async () => {
  const uploads = await Promise.all(
    [1, 2].map(async () => {
      const created = await createUpload(db, world.device.storeId, {
        mimeType: 'image/jpeg',
        byteLength: 3,
        sha256: null,
      });
      return 'uploadId' in created ? created.uploadId : '';
    }),
  );
  const answers = await onEach((i) => {
    const [a, b] = i % 2 === 0 ? uploads : uploads.toReversed();
    return submit([
      buildPayload(1000 + i, { image_url: undefined, upload_id: a }),
      buildPayload(2000 + i, { image_url: undefined, upload_id: b }),
    ]);
  });
  const results = answers.flat();
  expect(results.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(2);
  const refused = results.filter(({ outcome }) => outcome === 'DEAD_LETTERED');
  expect(refused).toHaveLength(2 * connections - 2);
  for (const each of refused) expect(each).toMatchObject({ problems: [{ code: 'UPLOAD_TAKEN' }] });
  const holders = await db.select({ id: capture.uploadId }).from(capture).where(sql`upload_id is not null`);
  expect(holders.map(({ id }) => id).sort()).toEqual(uploads.toSorted());
});

test('within one batch, a second payload that names an upload is rejected, and a resend of the first is not', async () => {
  const created = await createUpload(db, world.device.storeId, {
    mimeType: 'image/jpeg',
    byteLength: 3,
    sha256: null,
  });
  const uploadId = 'uploadId' in created ? created.uploadId : '';
  const payload = (ordinal: number) => buildPayload(ordinal, { image_url: undefined, upload_id: uploadId });
  const results = await submit([payload(3000), payload(3001), payload(3000)]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'DEAD_LETTERED', 'DUPLICATE']);
  expect((await submit([payload(3000)]))[0]).toMatchObject({ outcome: 'DUPLICATE' });
});

test('20 phones with one key and a placeholder, at the same place and second, are 20 captures, each found again', async () => {
  const photos = Array.from({ length: connections }, (_, i) =>
    buildPayload(4000, {
      aisle: 'PHONES',
      device_mac: '02:00:00:00:00:00',
      sha256: i.toString(16).padStart(64, '0'),
    }),
  );
  const answers = await onEach((i) => submit(photos.slice(i).concat(photos.slice(0, i))));
  const byPhoto = answers.map((results, i) =>
    results
      .slice(connections - i)
      .concat(results.slice(0, connections - i))
      .map(idOf),
  );
  for (const ids of byPhoto) expect(ids).toEqual(byPhoto[0]);
  expect(new Set(byPhoto[0]).size).toBe(connections);
  const outcomes = answers.flat().map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => outcome === 'ACCEPTED')).toHaveLength(connections);
  expect(new Set(outcomes)).toEqual(new Set(['ACCEPTED', 'DUPLICATE']));
});
