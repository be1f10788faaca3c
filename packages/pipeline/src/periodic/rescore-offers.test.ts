import {
  type AttemptOutcome,
  auditLog,
  breaker,
  breakerTransition,
  capture,
  inferenceAttempt,
  reprocessBatch,
  reprocessItem,
  rescoreOffer,
} from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import { liveThrough } from '../../inference/breaker/audit/live-through.testing.ts';
import { acceptCaptures } from '../../intake/accept-captures.ts';
import { openQueue } from '../../queue/open-queue.ts';
import { acceptOfferWithin } from '../../reprocess/accept-offer.ts';
import { batchQueue } from '../../reprocess/batch-queue.ts';
import { expandBatch } from '../../reprocess/expand-batch.ts';
import { goodPayload, tinyWorld } from '../../testing.ts';
import { dismissRescoreOffer } from './dismiss-rescore-offer.ts';
import { keepBreakers } from './keep-breakers.ts';

const { db, url } = await createTestDatabase('rescore_offers');
const world = await tinyWorld(db, url);
const { boss, stop } = await openQueue(url, { role: 'send', onError: () => {} });
const batches = batchQueue(boss);
afterAll(async () => {
  await stop();
  await world.stop();
});

const minuteMs = 60_000;
const name = 'vertex/detect';
let payloads = 0;

/** The breaker's record of an outage, its start in minutes before now. */
async function addOutage(minutesAgo: number, seconds: number, at = name) {
  const { record } = liveThrough([{ at: Date.now() - minutesAgo * minuteMs, seconds }]);
  await db.insert(breaker).values({ name: at }).onConflictDoNothing();
  const before = await db.$count(breakerTransition, eq(breakerTransition.name, at));
  await db.insert(breakerTransition).values(
    record.map(({ from, to, at: instant, generation, ...rest }) => ({
      ...rest,
      name: at,
      generation: before + generation,
      fromState: from,
      toState: to,
      actor: 'worker:w',
      at: new Date(instant),
    })),
  );
}

/** A capture that this tier scored after tier 1 ended as told, at an instant in minutes before now. */
async function addScored(tier: number, outcome: AttemptOutcome, minutesAgo: number, provider = 'vertex') {
  payloads += 1;
  const [accepted] = await acceptCaptures(world.intake, world.device, [goodPayload(payloads)]);
  const id = accepted && 'captureId' in accepted ? accepted.captureId : '';
  await db
    .update(capture)
    .set({ state: 'SCORED', tier, currentScoreId: v7(), jobId: null })
    .where(eq(capture.id, id));
  const createdAt = new Date(Date.now() - minutesAgo * minuteMs);
  await db
    .insert(inferenceAttempt)
    .values({ captureId: id, ordinal: 0, tier: 1, provider, outcome, durationMs: 1, createdAt });
}

const offers = () => db.select().from(rescoreOffer);

test('what a lower tier scored while the provider was out is offered once, and nothing else is counted', async () => {
  await addOutage(60, 600);
  await addScored(3, 'BREAKER_OPEN', 55);
  await addScored(2, 'TRANSIENT', 55);
  // Not of this outage: before it, another provider's, refused for its photo, scored again by tier 1 since.
  await addScored(3, 'BREAKER_OPEN', 90);
  await addScored(3, 'BREAKER_OPEN', 55, 'rekognition');
  await addScored(3, 'PERMANENT_INPUT', 55);
  await addScored(1, 'BREAKER_OPEN', 55);
  const rounds = await Promise.all(Array.from({ length: 5 }, () => keepBreakers(db, batches, 'ask')));
  expect(rounds.reduce((sum, round) => sum + (round?.offers ?? 0), 0)).toBe(1);
  expect(await keepBreakers(db, batches, 'ask')).toMatchObject({ offers: 0 });
  expect(await offers()).toMatchObject([{ breaker: name, captures: 2, decision: null }]);
});

test('an outage that left nothing behind, is not over, or just ended is not offered; nor any when told not to', async () => {
  await addOutage(200, 120, 'quiet/detect');
  await addOutage(1, 20, 'fresh/detect');
  await addScored(3, 'BREAKER_OPEN', 0.9, 'fresh');
  expect(await keepBreakers(db, batches, 'ask')).toMatchObject({ offers: 0 });
  await addOutage(30, 600);
  await addScored(3, 'BREAKER_OPEN', 25);
  expect(await keepBreakers(db, batches, 'off')).toMatchObject({ offers: 0 });
  expect(await keepBreakers(db, batches, 'ask')).toMatchObject({ offers: 1 });
});

test('an offer is dismissed once, by name, and the dismissal is on record', async () => {
  const [offer] = await offers();
  const dismiss = (id: string) =>
    dismissRescoreOffer(db, { id, actor: 'm@example.org', facts: { role: 'category_manager' } });
  const id = offer?.id ?? '';
  expect(await dismiss(id)).toMatchObject({
    offer: { decision: 'DISMISSED', decidedBy: 'm@example.org' },
    problem: null,
  });
  expect((await dismiss(id)).problem).toBe('ALREADY_DECIDED');
  expect((await dismiss('00000000-0000-7000-8000-000000000000')).problem).toBe('OFFER_UNKNOWN');
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `rescore-offer:${id}`));
  expect(log).toMatchObject([{ action: 'rescoreOfferDismiss', facts: { captures: 2, breaker: name } }]);
});

test('an accepted offer becomes a batch over the captures of the outage, once', async () => {
  const offer = (await offers()).find(({ decision }) => decision === null);
  const accept = () =>
    db.transaction((tx) =>
      acceptOfferWithin(tx, batches, { id: offer?.id ?? '', actor: 'm@example.org', decision: 'ACCEPTED' }),
    );
  const accepted = await accept();
  if ('problem' in accepted) throw new Error(accepted.problem);
  expect(accepted.batch).toMatchObject({ mode: 'REINFER', versionChoice: 'PINNED', publishesAtOnce: true });
  expect(await accept()).toEqual({ problem: 'ALREADY_DECIDED' });
  const decided = (await offers()).find(({ id }) => id === offer?.id);
  expect(decided).toMatchObject({ decision: 'ACCEPTED', batchId: accepted.batch.id });
  await expandBatch(db, batches, accepted.batch.id);
  expect(await db.$count(reprocessItem, eq(reprocessItem.batchId, accepted.batch.id))).toBe(1);
});

test('where the operator wants it so, what an outage left is looked at again unasked', async () => {
  await addOutage(12, 300);
  await addScored(3, 'BREAKER_OPEN', 10);
  const before = await db.$count(reprocessBatch);
  expect(await keepBreakers(db, batches, 'automatic')).toMatchObject({ offers: 1, accepted: 1 });
  expect(await keepBreakers(db, batches, 'automatic')).toMatchObject({ offers: 0, accepted: 0 });
  expect(await db.$count(reprocessBatch)).toBe(before + 1);
  expect((await offers()).filter(({ decision }) => decision === 'AUTOMATIC')).toMatchObject([
    { decidedBy: 'policy' },
  ]);
});
