import { setTimeout as sleep } from 'node:timers/promises';
import { breaker, breakerPolicy, type Database } from '@gondola/db';
import { breakerRows, defaultBreakerPolicy } from '@gondola/pipeline/breakers';
import { createFleetBreaker, type Pass } from '@gondola/pipeline/inference';
import { eq, sql } from 'drizzle-orm';
import type { Verdict } from './judge-outage.ts';

const name = 'claimants/detect';
const claimants = 50;
/** In every tenth round the prober dies, and its lease has to lapse before there is another. */
const deathEvery = 10;
/**
 * Lease of a probe: even on a busy machine 50 claims end before it lapses. The drill itself ends the lease of a dead
 * prober.
 */
const leaseSeconds = 60;

/**
 * Runs rounds in which fifty workers request the probe: exactly one gets it each time. Late results of a replaced
 * prober, and of calls of earlier generations, change nothing.
 */
export async function claimantRounds(db: Database, rounds: number, random: () => number): Promise<Verdict> {
  // A probe is due as soon as the previous one has failed.
  const policy = { ...defaultBreakerPolicy, baseSeconds: 0.001, capSeconds: 0.001, rampSeconds: 0 };
  await db.insert(breakerPolicy).values({
    ...policy,
    probeLeaseSeconds: leaseSeconds,
    name,
    note: 'probes are due at once',
    createdBy: 'drill',
  });
  const sharedState = breakerRows(db, random);
  const lost: string[] = [];
  const breakers = Array.from({ length: claimants }, (_, i) =>
    createFleetBreaker(name, {
      sharedState,
      owner: `claimant-${i + 1}`,
      now: () => performance.now(),
      random,
      onSharedStateLost: (error) => lost.push(String(error)),
    }),
  );
  const failed = { kind: 'CONFIGURATION', message: 'planted', retryAfterMs: null } as const;
  const counts = { probes: 0, roundsWithout: 0, roundsWithMore: 0, staleChanges: 0, deaths: 0 };

  for (let round = 0; round < rounds; round++) {
    const { row } = await sharedState.read(name);
    // Opens the breaker again after a round that closed it.
    if (row.state === 'CLOSED')
      await sharedState.report(
        name,
        { kind: 'failure', generation: row.generation, calls: 1, ending: failed },
        'drill',
      );
    await sleep(3);
    const passes = await claim();
    const probes = passes.flatMap(({ pass, claimant }) =>
      pass.admitted && pass.kind === 'probe' ? [{ pass, claimant }] : [],
    );
    counts.probes += probes.length;
    if (probes.length === 0) counts.roundsWithout += 1;
    if (probes.length > 1) counts.roundsWithMore += 1;
    const [prober] = probes;
    if (!prober) continue;
    await reportStale(prober.pass);
    if (round % deathEvery !== deathEvery - 1) {
      const ending = random() < 0.5 ? ({ kind: 'OK' } as const) : failed;
      await prober.claimant.settle(prober.pass, ending);
      continue;
    }
    counts.deaths += 1;
    await db.update(breaker).set({ probeLeaseUntil: sql`clock_timestamp()` }).where(eq(breaker.name, name));
    const successors = (await claim()).filter(({ pass }) => pass.admitted);
    if (successors.length === 0) counts.roundsWithout += 1;
    if (successors.length > 1) counts.roundsWithMore += 1;
    // The dead prober was only slow, and reports too late.
    const before = await written();
    await prober.claimant.settle(prober.pass, { kind: 'OK' });
    if ((await written()) !== before) counts.staleChanges += 1;
    for (const { pass, claimant } of successors) if (pass.admitted) await claimant.settle(pass, failed);
  }

  function claim() {
    return Promise.all(breakers.map(async (claimant) => ({ claimant, pass: await claimant.admit() })));
  }

  /** Results of all kinds of the previous generation. */
  async function reportStale({ generation }: Pass): Promise<void> {
    const before = await written();
    const old = generation - 1;
    for (const kind of ['OK', 'failed'] as const)
      await sharedState.report(
        name,
        { kind: 'probeEnded', generation: old, ending: kind === 'OK' ? { kind } : failed },
        'drill',
      );
    await sharedState.report(name, { kind: 'failure', generation: old, calls: 1, ending: failed }, 'drill');
    await sharedState.report(name, { kind: 'take', generation: old }, 'drill');
    if ((await written()) !== before) counts.staleChanges += 1;
  }

  async function written(): Promise<string> {
    const { rows } = await db.execute<{ xmin: string }>(
      sql`select xmin::text as xmin from breaker where name = ${name}`,
    );
    return rows[0]?.xmin ?? '';
  }

  const expectations: [boolean, string][] = [
    [counts.roundsWithout === 0, `no worker probed in ${counts.roundsWithout} of ${rounds} rounds`],
    [counts.roundsWithMore === 0, `more than one probed in ${counts.roundsWithMore} of ${rounds} rounds`],
    [counts.staleChanges === 0, `results of older generations changed the row ${counts.staleChanges} times`],
    [lost.length === 0, `shared breaker state unreachable: ${lost[0]}`],
  ];
  return {
    figures: { rounds, ...counts },
    findings: expectations.flatMap(([holds, words]) => (holds ? [] : [`claimants: ${words}`])),
  };
}
