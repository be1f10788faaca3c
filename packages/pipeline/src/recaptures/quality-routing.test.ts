import { auditLog, deadLetter, image, qualityRule, upload } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { photoOf, qualityWorld } from './quality-world.testing.ts';
import { upsertRecaptureRequest } from './upsert-recapture-request.ts';
import { withdrawRecapture } from './withdraw-recapture.ts';

const { db, url } = await createTestDatabase('quality_routing');
const world = await qualityWorld(db, url);
afterAll(() => world.stop());
afterEach(async () => {
  const broken = (await checkInvariants(db, { graceSeconds: 0 })).filter((r) => r.violations.length > 0);
  expect(broken).toEqual([]);
});
const { web, submitCapture, work, row, request, lastEvent, dueInSeconds } = world;

const sharpPhoto = await photoOf(10);
const blurredPhoto = await photoOf(20, { blurred: true });
const otherBlurred = await photoOf(30, { blurred: true });

let shade = 100;
/** Submits a capture whose blurred photo delays in the retry queue after its first attempt. */
async function waiting(changes: Record<string, unknown> = {}): Promise<{ id: string; address: string }> {
  shade += 1;
  const address = `https://photos.example/waiting/${shade}.jpg`;
  web.set(address, blurredPhoto);
  const id = await submitCapture({ image_url: address, ...changes });
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'RETRY_SCHEDULED', qualityFlaws: ['TOO_BLURRED'] });
  return { id, address };
}

/** Submits a capture with the bytes of a completed upload. */
async function uploaded(bytes: Buffer, changes: Record<string, unknown> = {}): Promise<string> {
  const { sha256, byteLength } = await world.objects.put(bytes);
  await db.insert(image).values({ sha256, byteLength, mimeType: 'image/jpeg' }).onConflictDoNothing();
  const [created] = await db
    .insert(upload)
    .values({
      storeId: world.device.storeId,
      mimeType: 'image/jpeg',
      sha256,
      completedAt: sql`now()`,
      expiresAt: sql`now() + interval '1 day'`,
    })
    .returning();
  return submitCapture({ image_url: undefined, upload_id: created?.id, ...changes });
}

/** Sets the rule of the store: its thresholds, the number of retries and the final policy. */
const setRule = (changes: Partial<typeof qualityRule.$inferInsert>) =>
  db.insert(qualityRule).values({
    storeId: world.device.storeId,
    minShortSidePx: 1080,
    minSharpness: 100,
    maxAspect: 3,
    maxRetries: 3,
    finalPolicy: 'SCORE_FLAGGED',
    note: 'test',
    createdBy: 'test',
    ...changes,
  });

test('a blurred photo by URL gets a recapture request; new bytes at the URL are scored without a flag', async () => {
  const { id, address } = await waiting();
  expect(await request(id)).toMatchObject({ reasons: ['TOO_BLURRED'], closedAt: null, ending: null });
  expect(await dueInSeconds(id)).toBeGreaterThan(50);
  web.set(address, sharpPhoto);
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'PREPROCESSED', qualityFlaws: [], shortSidePx: 1100 });
  expect(await request(id)).toMatchObject({ ending: 'BETTER_BYTES', fulfilledById: null });
  await work(id);
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'SCORED' });
  expect(await world.scoreOf(id)).toMatchObject({ qualityFlags: [] });
});

test('the same bytes are not decoded again, and the last attempt ends in a flagged score', async () => {
  const { id } = await waiting();
  const decodes = world.decodes();
  const delays: number[] = [];
  for (let attempt = 2; attempt <= 4; attempt++) {
    delays.push(Math.round(await dueInSeconds(id)));
    await work(id);
  }
  expect(world.decodes()).toBe(decodes);
  expect(delays.map((seconds) => Math.round(seconds / 60))).toEqual([1, 4, 16]);
  expect(await lastEvent(id)).toMatchObject({
    toState: 'PREPROCESSED',
    reason: 'DEGRADED_RETRIES_SPENT',
    facts: { sameBytes: true, qualityRetries: 3, flaws: ['TOO_BLURRED'] },
  });
  expect(await request(id)).toMatchObject({ ending: 'SCORED_AS_IT_IS' });
  await work(id);
  await work(id);
  expect(await world.scoreOf(id)).toMatchObject({ qualityFlags: ['TOO_BLURRED'] });
});

test('an attempt without usable bytes retains the known photo and records the problem', async () => {
  const { id, address } = await waiting();
  const { sha256 } = await row(id);
  web.delete(address);
  await work(id);
  expect(await lastEvent(id)).toMatchObject({ facts: { lookProblem: 'PHOTO_UNREACHABLE' } });
  web.set(address, sharpPhoto.subarray(0, 2000));
  await work(id);
  expect(await lastEvent(id)).toMatchObject({ facts: { lookProblem: 'PHOTO_DAMAGED' } });
  expect(await row(id)).toMatchObject({ state: 'RETRY_SCHEDULED', sha256 });
  web.set(address, otherBlurred);
  await work(id);
  const last = await row(id);
  expect(last.state).toBe('PREPROCESSED');
  expect(last.sha256).not.toBe(sha256);
  expect(await request(id)).toMatchObject({ ending: 'SCORED_AS_IT_IS' });
});

test('a blurred upload is woken at once by the good photo that supersedes it', async () => {
  const id = await uploaded(blurredPhoto);
  await work(id);
  const decodes = world.decodes();
  await work(id);
  expect(world.decodes()).toBe(decodes);
  const timer = (await row(id)).jobId;
  expect(await dueInSeconds(id)).toBeGreaterThan(200);

  const better = await uploaded(sharpPhoto, { supersedes: id });
  await work(better);
  expect(await request(id)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });
  expect((await row(id)).jobId).not.toBe(timer);
  expect(await dueInSeconds(id)).toBe(0);
  await work(id);
  expect(await lastEvent(id)).toMatchObject({
    toState: 'PREPROCESSED',
    reason: 'DEGRADED_SUPERSEDED',
    facts: { supersededById: better },
  });
  expect(await request(id)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });
});

test('a superseding photo that is no better, of another bay or of no capture changes nothing and is recorded', async () => {
  const { id } = await waiting();
  const cases = [
    [{ supersedes: id, aisle: 'B1' }, sharpPhoto, 'OTHER_BAY'],
    [{ supersedes: '0198d7a2-0000-7000-8000-000000000000' }, sharpPhoto, 'UNKNOWN'],
    [{ supersedes: id }, otherBlurred, undefined],
  ] as const;
  for (const [changes, photo, problem] of cases) {
    const other = await uploaded(photo, changes);
    await work(other);
    const event = await lastEvent(other);
    expect(event?.facts).toMatchObject({ supersedes: changes.supersedes });
    expect(event?.facts.supersedesProblem).toBe(problem);
  }
  expect(await request(id)).toMatchObject({ closedAt: null });
  expect(await dueInSeconds(id)).toBeGreaterThan(50);
});

test('under the policy DEAD_LETTER the last attempt dead-letters the capture, and its request stays open', async () => {
  const { id } = await waiting();
  await setRule({ finalPolicy: 'DEAD_LETTER', maxRetries: 1, note: 'no flagged scores' });
  await work(id);
  const set = await row(id);
  expect(set).toMatchObject({ state: 'DEAD_LETTERED', jobId: null, qualityRuleId: expect.any(String) });
  expect(set.displaySha256).not.toBeNull();
  const [stored] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, id));
  expect(stored).toMatchObject({ reason: 'QUALITY_TOO_LOW', stage: 'preprocess' });
  expect(await request(id)).toMatchObject({ reasons: ['TOO_BLURRED'], closedAt: null });

  await setRule({ finalPolicy: 'DEAD_LETTER', maxRetries: 0 });
  const first = await uploaded(blurredPhoto);
  await work(first);
  expect(await row(first)).toMatchObject({ state: 'DEAD_LETTERED', qualityFlaws: ['TOO_BLURRED'] });
  expect(await request(first)).toMatchObject({ closedAt: null });

  await setRule({});
  const better = await uploaded(sharpPhoto, { supersedes: id });
  await work(better);
  expect(await request(id)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });
  expect(await row(id)).toMatchObject({ state: 'DEAD_LETTERED' });
});

test('a relaxed rule takes effect at the next attempt, without new bytes', async () => {
  const { id } = await waiting();
  const decodes = world.decodes();
  await setRule({ minSharpness: 0 });
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'PREPROCESSED', qualityFlaws: [] });
  expect(await request(id)).toMatchObject({ ending: 'WITHDRAWN' });
  expect(world.decodes()).toBe(decodes);
  await setRule({});
});

test('a damaged or missing photo is dead-lettered with a recapture request, in one move', async () => {
  web.set('https://photos.example/broken.jpg', sharpPhoto.subarray(0, 2000));
  const corrupt = await submitCapture({ image_url: 'https://photos.example/broken.jpg' });
  await work(corrupt);
  expect(await row(corrupt)).toMatchObject({ state: 'DEAD_LETTERED' });
  expect(await request(corrupt)).toMatchObject({ reasons: ['PHOTO_DAMAGED'], closedAt: null });

  const missing = await submitCapture({ image_url: 'https://photos.example/none.jpg' });
  await work(missing);
  expect(await request(missing)).toMatchObject({ reasons: ['PHOTO_UNREACHABLE'] });
});

test('a request by a person stays open until a new photo arrives or a person withdraws it', async () => {
  const [first, second] = [await uploaded(sharpPhoto), await uploaded(sharpPhoto)];
  const requestByPerson = (id: string) =>
    db.transaction((tx) => upsertRecaptureRequest(tx, id, { reasons: ['ASKED_BY_PERSON'], reopens: true }));
  await requestByPerson(first);
  await work(first);
  expect(await request(first)).toMatchObject({ reasons: ['ASKED_BY_PERSON'], closedAt: null });
  const better = await uploaded(sharpPhoto, { supersedes: first });
  await work(better);
  expect(await request(first)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });

  const requestId = (await requestByPerson(second)) ?? '';
  const withdraw = (id: string) => withdrawRecapture(db, actorNamed('ann'), id);
  expect(await withdraw(requestId)).toEqual({ captureId: second });
  expect(await withdraw(requestId)).toEqual({ captureId: second });
  const entries = await db.$count(auditLog, eq(auditLog.object, `capture:${second}`));
  expect(entries, 'the second withdrawal changed nothing').toBe(1);
  expect(await withdraw((await request(first))?.id ?? '')).toEqual({ problem: 'RECAPTURE_REQUEST_CLOSED' });
  expect(await withdraw('00000000-0000-7000-8000-000000000000')).toEqual({
    problem: 'RECAPTURE_REQUEST_UNKNOWN',
  });
  expect(await request(second)).toMatchObject({ ending: 'WITHDRAWN' });
  await requestByPerson(second);
  expect(await request(second)).toMatchObject({ closedAt: null, ending: null });
});

test('a withdrawn request is not reopened by the next attempt', async () => {
  const { id } = await waiting();
  await withdrawRecapture(db, actorNamed('ann'), (await request(id))?.id ?? '');
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'RETRY_SCHEDULED' });
  expect(await request(id)).toMatchObject({ ending: 'WITHDRAWN' });
});

test('two workers with the same job make one attempt, and an attempt that races the better photo is not lost', async () => {
  const { id } = await waiting();
  await Promise.all([work(id), work(id)]);
  expect(await row(id)).toMatchObject({ revision: 2, qualityRetries: 2 });

  for (let race = 0; race < 10; race++) {
    const { id } = await waiting();
    const better = await uploaded(sharpPhoto, { supersedes: id });
    await Promise.all([work(id), work(better)]);
    expect(await request(id)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });
    // Either the attempt has seen the better photo, or it is due now.
    if ((await row(id)).state === 'RETRY_SCHEDULED') {
      expect(await dueInSeconds(id)).toBe(0);
      await work(id);
    }
    expect(await lastEvent(id)).toMatchObject({ reason: 'DEGRADED_SUPERSEDED' });
  }
});
