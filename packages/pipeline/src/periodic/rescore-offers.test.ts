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
import { buildPayload } from '@gondola/testkit/payload';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { eq } from 'drizzle-orm';
import { v7 } from 'uuid';
import { afterAll, expect, test } from 'vitest';
import type { Actor } from '../audit/actor.ts';
import { acceptRescoreOffer } from '../batches/accept-rescore-offer.ts';
import { batchQueue } from '../batches/batch-queue.ts';
import { expandBatch } from '../batches/expand-batch.ts';
import { liveThrough } from '../breakers/review/live-through.testing.ts';
import { dismissRescoreOffer } from '../breakers/rows/dismiss-rescore-offer.ts';
import { acceptCaptures } from '../intake/accept/accept-captures.ts';
import { openQueue } from '../queue/open-queue.ts';
import { reviewBreakers } from './review-breakers.ts';

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

/** Records an outage of the breaker that started this many minutes ago. */
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

/** Inserts a capture that this tier scored after the given outcome of tier 1, this many minutes ago. */
async function addScored(tier: number, outcome: AttemptOutcome, minutesAgo: number, provider = 'vertex') {
  payloads += 1;
  const [accepted] = await acceptCaptures(world.intake, world.device, [buildPayload(payloads)]);
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

test('captures that a lower tier scored during an outage are offered once, and no others count', async () => {
  await addOutage(60, 600);
  await addScored(3, 'BREAKER_OPEN', 55);
  await addScored(2, 'TRANSIENT', 55);
  // Not part of this outage: earlier, another provider's, refused for its photo, or scored again by tier 1 since.
  await addScored(3, 'BREAKER_OPEN', 90);
  await addScored(3, 'BREAKER_OPEN', 55, 'rekognition');
  await addScored(3, 'PERMANENT_INPUT', 55);
  await addScored(1, 'BREAKER_OPEN', 55);
  const rounds = await Promise.all(Array.from({ length: 5 }, () => reviewBreakers(db, batches, 'ask')));
  expect(rounds.reduce((sum, round) => sum + (round?.offers ?? 0), 0)).toBe(1);
  expect(await reviewBreakers(db, batches, 'ask')).toMatchObject({ offers: 0 });
  expect(await offers()).toMatchObject([{ breaker: name, captures: 2, decision: null }]);
});

test('an outage without captures, still open or just ended gives no offer, and the setting can disable offers', async () => {
  await addOutage(200, 120, 'quiet/detect');
  await addOutage(1, 20, 'fresh/detect');
  await addScored(3, 'BREAKER_OPEN', 0.9, 'fresh');
  expect(await reviewBreakers(db, batches, 'ask')).toMatchObject({ offers: 0 });
  await addOutage(30, 600);
  await addScored(3, 'BREAKER_OPEN', 25);
  expect(await reviewBreakers(db, batches, 'off')).toMatchObject({ offers: 0 });
  expect(await reviewBreakers(db, batches, 'ask')).toMatchObject({ offers: 1 });
});

const manager: Actor = { name: 'm@example.org', userId: 'm', role: 'category_manager' };

test('an offer is dismissed once, and the audit log names the person', async () => {
  const [offer] = await offers();
  const dismiss = (id: string) => dismissRescoreOffer(db, manager, id);
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
  expect(log).toMatchObject([
    {
      actor: manager.name,
      action: 'rescoreOfferDismiss',
      facts: { userId: 'm', role: 'category_manager', captures: 2, breaker: name },
    },
  ]);
});

test('an accepted offer becomes a batch over the captures of the outage, once', async () => {
  const offer = (await offers()).find(({ decision }) => decision === null);
  const accept = () => acceptRescoreOffer({ db, batches }, manager, offer?.id ?? '');
  const accepted = await accept();
  expect(accepted).toMatchObject({ problem: null, offer: { decision: 'ACCEPTED', decidedBy: manager.name } });
  const batchId = accepted.offer?.batchId ?? '';
  expect(await db.select().from(reprocessBatch).where(eq(reprocessBatch.id, batchId))).toMatchObject([
    { mode: 'REINFER', versionChoice: 'PINNED', publishesAtOnce: true, createdBy: manager.name },
  ]);
  expect(await accept()).toMatchObject({ problem: 'ALREADY_DECIDED', offer: { batchId } });
  const log = await db.select().from(auditLog).where(eq(auditLog.action, 'rescoreOfferAccept'));
  expect(log).toMatchObject([{ object: `rescore-offer:${offer?.id}`, facts: { userId: 'm', batchId } }]);
  await expandBatch(db, batches, batchId);
  expect(await db.$count(reprocessItem, eq(reprocessItem.batchId, batchId))).toBe(1);
});

test("with the operator's setting, captures of an outage are detected again without a request", async () => {
  await addOutage(12, 300);
  await addScored(3, 'BREAKER_OPEN', 10);
  const before = await db.$count(reprocessBatch);
  expect(await reviewBreakers(db, batches, 'automatic')).toMatchObject({ offers: 1, accepted: 1 });
  expect(await reviewBreakers(db, batches, 'automatic')).toMatchObject({ offers: 0, accepted: 0 });
  expect(await db.$count(reprocessBatch)).toBe(before + 1);
  expect((await offers()).filter(({ decision }) => decision === 'AUTOMATIC')).toMatchObject([
    { decidedBy: 'policy' },
  ]);
});
