import { expect, test } from 'vitest';
import type { BreakerBook } from './breaker-book.ts';
import { freshBreaker } from './breaker-row.ts';
import { createFleetBreaker } from './fleet-breaker.ts';
import { defaultBreakerPolicy as policy } from './policy.ts';
import { react } from './react.ts';

/** A book in memory, by the rules of the one in the database. */
function memoryBook(clock: { nowMs: number }): BreakerBook {
  let row = freshBreaker;
  return {
    read: async () => ({ row, policy, now: clock.nowMs }),
    async report(_name, event) {
      const reaction = react(row, event, policy, { now: clock.nowMs, random: 0.5 });
      row = reaction.row;
      return { ...reaction, now: clock.nowMs };
    },
  };
}

const failed = { kind: 'TRANSIENT', message: '503', retryAfterMs: null } as const;

test('calls that went well before an outage do not put off its discovery', async () => {
  const clock = { nowMs: 1_000_000 };
  const book = memoryBook(clock);
  const fleet = [1, 2, 3, 4].map((i) =>
    createFleetBreaker('well/detect', {
      book,
      owner: `worker-${i}`,
      now: () => clock.nowMs,
      random: () => 0.5,
      onBookLost: (error) => expect.unreachable(String(error)),
    }),
  );
  const call = async (i: number, ending: typeof failed | { kind: 'OK' }) => {
    clock.nowMs += 50;
    const pass = await fleet[i % fleet.length]?.admit();
    if (!pass?.admitted) return false;
    await fleet[i % fleet.length]?.settle(pass, ending);
    return true;
  };
  for (let i = 0; i < 400; i++) expect(await call(i, { kind: 'OK' })).toBe(true);
  let calls = 0;
  for (let i = 0; i < 100; i++) calls += (await call(i, failed)) ? 1 : 0;
  expect(calls).toBe(policy.failuresToOpen);
});

test('failures among calls that go well do not open it', async () => {
  const clock = { nowMs: 1_000_000 };
  const breaker = createFleetBreaker('stray/detect', {
    book: memoryBook(clock),
    owner: 'worker',
    now: () => clock.nowMs,
    random: () => 0.5,
    onBookLost: (error) => expect.unreachable(String(error)),
  });
  for (let i = 0; i < 400; i++) {
    clock.nowMs += 50;
    const pass = await breaker.admit();
    if (!pass.admitted) expect.unreachable(pass.reason);
    else await breaker.settle(pass, i % 10 === 0 ? failed : { kind: 'OK' });
  }
});
