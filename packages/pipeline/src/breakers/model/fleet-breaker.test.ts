import { expect, test } from 'vitest';
import { defaultBreakerPolicy as policy } from './breaker-policy.ts';
import { freshBreaker } from './breaker-state.ts';
import { applyBreakerEvent } from './breaker-transition.ts';
import { createFleetBreaker } from './fleet-breaker.ts';
import type { SharedBreakerState } from './shared-breaker-state.ts';

/** Shared breaker state in memory, by the same rules as in the database. */
function memoryState(clock: { nowMs: number }): SharedBreakerState {
  let row = freshBreaker;
  return {
    read: async () => ({ row, policy, now: clock.nowMs }),
    async report(_name, event) {
      const reaction = applyBreakerEvent(row, event, policy, { now: clock.nowMs, random: 0.5 });
      row = reaction.row;
      return { ...reaction, now: clock.nowMs };
    },
  };
}

const failed = { kind: 'TRANSIENT', message: '503', retryAfterMs: null } as const;

test('successful calls before an outage do not delay its detection', async () => {
  const clock = { nowMs: 1_000_000 };
  const sharedState = memoryState(clock);
  const fleet = [1, 2, 3, 4].map((i) =>
    createFleetBreaker('well/detect', {
      sharedState,
      owner: `worker-${i}`,
      now: () => clock.nowMs,
      random: () => 0.5,
      onSharedStateLost: (error) => expect.unreachable(String(error)),
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

test('failures among many successful calls do not open the breaker', async () => {
  const clock = { nowMs: 1_000_000 };
  const breaker = createFleetBreaker('stray/detect', {
    sharedState: memoryState(clock),
    owner: 'worker',
    now: () => clock.nowMs,
    random: () => 0.5,
    onSharedStateLost: (error) => expect.unreachable(String(error)),
  });
  for (let i = 0; i < 400; i++) {
    clock.nowMs += 50;
    const pass = await breaker.admit();
    if (!pass.admitted) expect.unreachable(pass.reason);
    else await breaker.settle(pass, i % 10 === 0 ? failed : { kind: 'OK' });
  }
});
