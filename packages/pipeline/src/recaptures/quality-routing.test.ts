import { deadLetter, image, qualityRule, upload } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, expect, test } from 'vitest';
import { checkInvariants } from '../invariants/check-invariants.ts';
import { askForRecapture } from './ask-for-recapture.ts';
import { withdrawRecapture } from './close-recapture.ts';
import { photoOf, qualityWorld } from './quality-world.testing.ts';

const { db, url } = await createTestDatabase('quality_routing');
const world = await qualityWorld(db, url);
afterAll(() => world.stop());
afterEach(async () => {
  const broken = (await checkInvariants(db, { graceSeconds: 0 })).filter((r) => r.violations.length > 0);
  expect(broken).toEqual([]);
});
const { web, handIn, work, row, request, lastEvent, dueInSeconds } = world;

const sharpPhoto = await photoOf(10);
const blurredPhoto = await photoOf(20, { blurred: true });
const otherBlurred = await photoOf(30, { blurred: true });

let shade = 100;
/** A capture whose blurred photo waits in the retry queue after its first look. */
async function waiting(changes: Record<string, unknown> = {}): Promise<{ id: string; address: string }> {
  shade += 1;
  const address = `https://photos.example/waiting/${shade}.jpg`;
  web.set(address, blurredPhoto);
  const id = await handIn({ image_url: address, ...changes });
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'RETRY_SCHEDULED', qualityFlaws: ['TOO_BLURRED'] });
  return { id, address };
}

/** A capture with the bytes of a finished upload. */
async function uploaded(bytes: Buffer, changes: Record<string, unknown> = {}): Promise<string> {
  const { sha256, byteLength } = await world.objects.put(bytes);
  await db.insert(image).values({ sha256, byteLength, mimeType: 'image/jpeg' }).onConflictDoNothing();
  const [place] = await db
    .insert(upload)
    .values({
      storeId: world.device.storeId,
      mimeType: 'image/jpeg',
      sha256,
      completedAt: sql`now()`,
      expiresAt: sql`now() + interval '1 day'`,
    })
    .returning();
  return handIn({ image_url: undefined, upload_id: place?.id, ...changes });
}

/** Sets the rule of the store; looks per photo and what follows them. */
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

test('a blurred photo by URL is asked for again; new bytes there are taken, and scored without a flag', async () => {
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

test('the same bytes are not decoded again, and looks that are spent end in a flagged score', async () => {
  const { id } = await waiting();
  const decodes = world.decodes();
  const waits: number[] = [];
  for (let look = 2; look <= 4; look++) {
    waits.push(Math.round(await dueInSeconds(id)));
    await work(id);
  }
  expect(world.decodes()).toBe(decodes);
  expect(waits.map((seconds) => Math.round(seconds / 60))).toEqual([1, 4, 16]);
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

test('a look that finds nothing usable keeps the photo that is there and says what was wrong', async () => {
  const { id, address } = await waiting();
  const { sha256 } = await row(id);
  web.delete(address);
  await work(id);
  expect(await lastEvent(id)).toMatchObject({ facts: { lookProblem: 'PHOTO_UNREACHABLE' } });
  web.set(address, sharpPhoto.subarray(0, 2000));
  await work(id);
  expect(await lastEvent(id)).toMatchObject({ facts: { lookProblem: 'PHOTO_CORRUPT' } });
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

test('a superseding photo that is no better, of another bay or of no capture changes nothing, and is told', async () => {
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

test('under the policy DEAD_LETTER a photo whose looks are spent is set aside, and still asked for', async () => {
  const { id } = await waiting();
  await setRule({ finalPolicy: 'DEAD_LETTER', maxRetries: 1, note: 'no flagged scores' });
  await work(id);
  const set = await row(id);
  expect(set).toMatchObject({ state: 'DEAD_LETTERED', jobId: null, qualityRuleId: expect.any(String) });
  expect(set.displaySha256).not.toBeNull();
  const [letter] = await db.select().from(deadLetter).where(eq(deadLetter.captureId, id));
  expect(letter).toMatchObject({ reason: 'QUALITY_TOO_LOW', stage: 'preprocess' });
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

test('a rule that is relaxed takes effect at the next look, without new bytes', async () => {
  const { id } = await waiting();
  const decodes = world.decodes();
  await setRule({ minSharpness: 0 });
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'PREPROCESSED', qualityFlaws: [] });
  expect(await request(id)).toMatchObject({ ending: 'WITHDRAWN' });
  expect(world.decodes()).toBe(decodes);
  await setRule({});
});

test('a photo that is none is set aside and a new one asked for, in one move', async () => {
  web.set('https://photos.example/broken.jpg', sharpPhoto.subarray(0, 2000));
  const corrupt = await handIn({ image_url: 'https://photos.example/broken.jpg' });
  await work(corrupt);
  expect(await row(corrupt)).toMatchObject({ state: 'DEAD_LETTERED' });
  expect(await request(corrupt)).toMatchObject({ reasons: ['PHOTO_CORRUPT'], closedAt: null });

  const missing = await handIn({ image_url: 'https://photos.example/none.jpg' });
  await work(missing);
  expect(await request(missing)).toMatchObject({ reasons: ['PHOTO_UNREACHABLE'] });
});

test('what a person asked for stays open until a new photo comes or the person takes it back', async () => {
  const [first, second] = [await uploaded(sharpPhoto), await uploaded(sharpPhoto)];
  const ask = (id: string) =>
    db.transaction((tx) => askForRecapture(tx, id, { reasons: ['ASKED_BY_PERSON'], reopens: true }));
  await ask(first);
  await work(first);
  expect(await request(first)).toMatchObject({ reasons: ['ASKED_BY_PERSON'], closedAt: null });
  const better = await uploaded(sharpPhoto, { supersedes: first });
  await work(better);
  expect(await request(first)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });

  const requestId = (await ask(second)) ?? '';
  expect(await db.transaction((tx) => withdrawRecapture(tx, requestId))).toBe(second);
  expect(await db.transaction((tx) => withdrawRecapture(tx, requestId))).toBeNull();
  expect(await request(second)).toMatchObject({ ending: 'WITHDRAWN' });
  await ask(second);
  expect(await request(second)).toMatchObject({ closedAt: null, ending: null });
});

test('a request that was withdrawn is not made again by the next look', async () => {
  const { id } = await waiting();
  await db.transaction(async (tx) => withdrawRecapture(tx, (await request(id))?.id ?? ''));
  await work(id);
  expect(await row(id)).toMatchObject({ state: 'RETRY_SCHEDULED' });
  expect(await request(id)).toMatchObject({ ending: 'WITHDRAWN' });
});

test('two workers with the same job look once, and a look that races the better photo is never lost', async () => {
  const { id } = await waiting();
  await Promise.all([work(id), work(id)]);
  expect(await row(id)).toMatchObject({ revision: 2, qualityRetries: 2 });

  for (let race = 0; race < 10; race++) {
    const { id } = await waiting();
    const better = await uploaded(sharpPhoto, { supersedes: id });
    await Promise.all([work(id), work(better)]);
    expect(await request(id)).toMatchObject({ ending: 'SUPERSEDED', fulfilledById: better });
    // Whoever came first: the look has seen the better photo, or it is due now.
    if ((await row(id)).state === 'RETRY_SCHEDULED') {
      expect(await dueInSeconds(id)).toBe(0);
      await work(id);
    }
    expect(await lastEvent(id)).toMatchObject({ reason: 'DEGRADED_SUPERSEDED' });
  }
});
