import { auditLog, breaker, breakerAudit, breakerPolicy, breakerTransition } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { batchQueue } from '../batches/batch-queue.ts';
import { defaultBreakerPolicy } from '../breakers/model/breaker-policy.ts';
import { costOf } from '../breakers/review/cost.ts';
import { findEpisodes } from '../breakers/review/find-episodes.ts';
import { liveThrough, outagesOf } from '../breakers/review/live-through.testing.ts';
import { readPolicy } from '../breakers/rows/breaker-rows.ts';
import { decideBreakerAudit } from '../breakers/rows/decide-breaker-review.ts';
import { readBreakerHistory } from '../breakers/rows/read-breaker-history.ts';
import { readEvidence } from '../breakers/rows/read-evidence.ts';
import { type BreakerAuditRow, runBreakerAudit } from '../breakers/rows/run-breaker-review.ts';
import { openQueue } from '../queue/open-queue.ts';
import { reviewBreakers } from './review-breakers.ts';

const { db, url } = await createTestDatabase('breaker_audit');
const { boss, stop } = await openQueue(url, { role: 'send', onError: () => {} });
afterAll(stop);
const batches = batchQueue(boss);
const dayMs = 86_400_000;

/** Makes a breaker whose record has outages of these lengths, the first of them ten days ago. */
async function addBreaker(name: string, seconds: number[]) {
  const { row, record } = liveThrough(outagesOf(Date.now() - 10 * dayMs, seconds));
  await db.insert(breaker).values({
    name,
    state: row.state,
    generation: row.generation,
    reason: row.reason,
    closedAt: new Date(row.closedAt ?? 0),
  });
  await db.insert(breakerTransition).values(
    record.map(({ from, to, at, ...rest }) => ({
      ...rest,
      name,
      fromState: from,
      toState: to,
      actor: 'worker:w',
      at: new Date(at),
    })),
  );
}
const twelveLong = Array<number>(12).fill(900);
const decide = (id: string, approve: boolean) =>
  decideBreakerAudit(
    db,
    { name: 'o@example.org', userId: 'o', role: 'operator' },
    { id, approve, note: 'because' },
  );
const audited = async (name: string): Promise<BreakerAuditRow> => {
  const row = await runBreakerAudit(db, name, 'o@example.org');
  if (!row) throw new Error('no review');
  return row;
};

test('a review stores all its inputs: its figures can be recomputed from the review and from the record', async () => {
  await addBreaker('kept/detect', twelveLong);
  const { id } = await audited('kept/detect');
  const [row] = await db.select().from(breakerAudit).where(eq(breakerAudit.id, id));
  if (!row) throw new Error('not written');
  const { episodes, present, proposed, weights, summary } = readEvidence(row);
  expect(costOf(episodes, present.waits, weights)).toEqual(present.cost);
  expect(proposed && costOf(episodes, proposed.waits, weights)).toEqual(proposed?.cost);
  expect(findEpisodes(await readBreakerHistory(db, 'kept/detect', row.from, row.to))).toEqual(episodes);
  expect(summary).toMatchObject({ ended: 12, ongoing: 0, byPerson: 0 });
  expect(summary.outageSecondsP50).toBeGreaterThanOrEqual(895);
  expect(row.proposal).toMatchObject({ capSeconds: 120 });
});

test('fewer than ten outages give no proposal and no decision to make', async () => {
  await addBreaker('few/detect', [900, 900]);
  const row = await audited('few/detect');
  expect(row.proposal).toBeNull();
  expect(readEvidence(row).reason).toBe('TOO_FEW_EPISODES');
  expect((await decide(row.id, true)).problem).toBe('NOTHING_PROPOSED');
  expect(await runBreakerAudit(db, 'none/detect', 'o')).toBeNull();
});

test('an approval puts the policy into force with one row and one audit row, and is possible once', async () => {
  await addBreaker('approved/detect', twelveLong);
  const { id, proposal } = await audited('approved/detect');
  const both = await Promise.all([decide(id, true), decide(id, true)]);
  expect(both.map(({ problem }) => problem).sort()).toEqual(['ALREADY_DECIDED', null].sort());
  expect(await readPolicy(db, 'approved/detect')).toMatchObject({ ...defaultBreakerPolicy, ...proposal });
  const policies = await db.select().from(breakerPolicy).where(eq(breakerPolicy.name, 'approved/detect'));
  expect(policies).toMatchObject([{ note: 'because', createdBy: 'o@example.org' }]);
  const [row] = await db.select().from(breakerAudit).where(eq(breakerAudit.id, id));
  expect(row).toMatchObject({ decision: 'APPROVED', decidedBy: 'o@example.org', policyId: policies[0]?.id });
  const log = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.object, `breaker-audit:${id}`));
  expect(log).toMatchObject([
    { action: 'breakerAuditDecide', facts: { approve: true, note: 'because', proposal } },
  ]);
  await expect(db.delete(breakerPolicy)).rejects.toMatchObject({
    cause: { message: expect.stringContaining('refused') },
  });
});

test('a rejection changes no policy; a newer review replaces an undecided one', async () => {
  await addBreaker('replaced/detect', twelveLong);
  const [first] = await Promise.all([audited('replaced/detect'), audited('replaced/detect')]);
  const third = await audited('replaced/detect');
  expect((await decide(first.id, true)).problem).toBe('ALREADY_DECIDED');
  expect((await decide(third.id, false)).audit).toMatchObject({ decision: 'REJECTED', policyId: null });
  const rows = await db.select().from(breakerAudit).where(eq(breakerAudit.name, 'replaced/detect'));
  expect(rows.map(({ decision }) => decision).sort()).toEqual(['REJECTED', 'REPLACED', 'REPLACED']);
  expect(await db.$count(breakerPolicy, eq(breakerPolicy.name, 'replaced/detect'))).toBe(0);
});

test('decisions and new reviews at the same moment end in one order or the other', async () => {
  await addBreaker('race/detect', twelveLong);
  for (let round = 0; round < 8; round++) {
    const { id } = await audited('race/detect');
    const [{ problem }] = await Promise.all([decide(id, round % 2 === 0), audited('race/detect')]);
    const [row] = await db.select().from(breakerAudit).where(eq(breakerAudit.id, id));
    // Null when there was no proposal any more, because an earlier round was approved.
    const expected = problem === null ? ['APPROVED', 'REJECTED'] : ['REPLACED', null];
    expect(expected).toContain(row?.decision);
  }
  const approved = await db.$count(breakerAudit, sql`name = 'race/detect' and decision = 'APPROVED'`);
  expect(await db.$count(breakerPolicy, eq(breakerPolicy.name, 'race/detect'))).toBe(approved);
});

test('a proposal based on waits that are no longer in force is refused', async () => {
  await addBreaker('moved/detect', twelveLong);
  const { id } = await audited('moved/detect');
  await db
    .insert(breakerPolicy)
    .values({ ...defaultBreakerPolicy, baseSeconds: 7, name: 'moved/detect', note: 'n', createdBy: 'c' });
  expect((await decide(id, true)).problem).toBe('OUTDATED');
  expect((await decide('00000000-0000-7000-8000-000000000000', true)).problem).toBe('AUDIT_UNKNOWN');
});

test('a breaker is reviewed once a week by the whole fleet together, on the database’s clock', async () => {
  await db.delete(breakerAudit);
  const names = [
    'kept/detect',
    'few/detect',
    'approved/detect',
    'replaced/detect',
    'race/detect',
    'moved/detect',
  ];
  await db.insert(breaker).values({ name: 'calm/detect' });
  const fleet = () => Promise.all(Array.from({ length: 6 }, () => reviewBreakers(db, batches, 'off')));
  const audits = (rounds: Awaited<ReturnType<typeof fleet>>) =>
    rounds.reduce((sum, round) => sum + (round?.audits ?? 0), 0);
  expect(audits(await fleet())).toBe(names.length);
  expect(audits(await fleet())).toBe(0);
  const rows = await db.select().from(breakerAudit);
  expect(rows.map(({ name }) => name).sort()).toEqual(names.sort());
  expect(new Set(rows.map(({ createdBy }) => createdBy))).toEqual(new Set(['schedule']));
  await db
    .update(breakerAudit)
    .set({ createdAt: sql`now() - interval '7 days 1 second'` })
    .where(eq(breakerAudit.name, 'few/detect'));
  expect(audits(await fleet())).toBe(1);
});
