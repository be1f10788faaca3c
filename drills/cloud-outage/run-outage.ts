import { setTimeout as sleep } from 'node:timers/promises';
import { breaker, type Database } from '@gondola/db';
import type { TierInput } from '@gondola/pipeline/vision';
import type { RenderedCapture } from '@gondola/simulator';
import { type FaultsJson, openSandboxCloud, type SandboxState, tellTruth } from '@gondola/simulator/cloud';
import { eq, sql } from 'drizzle-orm';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import { type Climbed, startFleet } from './fleet.ts';
import { fetchKeyFile, openProviderTier } from './provider-tier.ts';
import type { Variant } from './variants.ts';
import { fleetSeconds, realMs, timesFaster } from './virtual-time.ts';
import { newWatch, type Watch } from './watched-breaker.ts';

/** Captures in a second of the fleet's. */
const capturesPerSecond = 5;
/** Every twentieth photo is a capture that goes through the stages; the others cost the database nothing but the breaker. */
export const captureEvery = 20;
/** Traffic before the outage: calls that went well must not hide those that do not. */
const healthySeconds = 10;
/** The breaker's own word, and some seconds of full admission behind the ramp. */
const mostRecoverySeconds = 130;
const afterRampSeconds = 10;
const rampSeconds = 30;

export interface OutageSettings {
  system: PrivateSystem;
  breakerName: string;
  variant: Pick<Variant, 'provider' | 'fault'> | { provider: Variant['provider']; fault: null };
  outageSeconds: number;
  workers: number;
  photo: RenderedCapture;
  input: TierInput;
  random: () => number;
  captureIds: string[];
}

export interface OutageRecord {
  watch: Watch;
  climbed: Climbed[];
  bookLosses: string[];
  /** Unix milliseconds. */
  outageFromMs: number;
  outageToMs: number;
  cloud: SandboxState['providers'][Variant['provider']];
  /** Whether the breaker's row was written at all between its first reading and the end. */
  wasWritten: boolean;
}

/** How many captures with an id `runOutage` can use at most. */
export const capturesFor = (outageSeconds: number): number =>
  Math.ceil(((healthySeconds + outageSeconds + mostRecoverySeconds) * capturesPerSecond) / captureEvery);

/** Traffic in peace, then with the fault, then until the breaker has closed and let everything through again. */
export async function runOutage(settings: OutageSettings): Promise<OutageRecord> {
  const { system, breakerName, variant, outageSeconds, photo } = settings;
  const { db } = system.database;
  const cloud = await openSandboxCloud();
  await tellTruth(cloud.url, photo, new AbortController().signal);
  const keyFile = await fetchKeyFile(cloud.url, system.dataDir);
  const place = { resolves: true };
  const watch = newWatch();
  const fleet = await startFleet({
    ...settings,
    watch,
    async openTier() {
      const there = await openProviderTier(variant.provider, cloud.url, keyFile);
      // A name that by its standard never resolves (RFC 6761).
      const nowhere = await openProviderTier(variant.provider, 'http://sandbox.invalid:9', keyFile);
      return {
        ...there,
        detect: (input, signal) => (place.resolves ? there : nowhere).detect(input, signal),
        stop: async () => void (await Promise.all([there.stop(), nowhere.stop()])),
      };
    },
  });
  const ids = [...settings.captureIds];
  const startedAt = performance.now();
  let arrived = 0;
  const arrivals = setInterval(() => {
    const due = (fleetSeconds(performance.now() - startedAt) * capturesPerSecond) | 0;
    for (; arrived < due; arrived++) {
      const id = arrived % captureEvery === 0 ? (ids.shift() ?? null) : null;
      fleet.queue.push({ id, arrivedMs: Date.now() });
    }
  }, 5);
  try {
    await sleep(realMs(healthySeconds));
    const before = await readWritten(db, breakerName);
    await setFault(cloud.url, variant.provider, variant.fault, place);
    const outageFromMs = Date.now();
    await sleep(realMs(outageSeconds));
    await setFault(cloud.url, variant.provider, null, place);
    const outageToMs = Date.now();
    await untilRecovered(db, breakerName);
    clearInterval(arrivals);
    await fleet.stop();
    return {
      watch,
      climbed: fleet.climbed,
      bookLosses: fleet.bookLosses,
      outageFromMs,
      outageToMs,
      cloud: cloud.state().providers[variant.provider],
      wasWritten: (await readWritten(db, breakerName)) !== before,
    };
  } finally {
    clearInterval(arrivals);
    await cloud.stop();
  }
}

async function setFault(
  url: string,
  provider: Variant['provider'],
  fault: Variant['fault'] | null,
  place: { resolves: boolean },
): Promise<void> {
  place.resolves = fault !== 'no-such-host';
  if (fault === 'no-such-host') return;
  const response = await fetch(`${url}/sandbox/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [provider]: fault } satisfies FaultsJson),
  });
  if (!response.ok) throw new Error(`the sandbox does not take the fault: ${await response.text()}`);
}

/** Closed, ramped up and some way on; or for as long as that may take at the longest. */
async function untilRecovered(db: Database, name: string): Promise<void> {
  const limit = performance.now() + realMs(mostRecoverySeconds - rampSeconds - afterRampSeconds);
  while (performance.now() < limit) {
    const [row] = await db.select().from(breaker).where(eq(breaker.name, name));
    if (row?.state === 'CLOSED') break;
    await sleep(1000 / timesFaster);
  }
  await sleep(realMs(rampSeconds + afterRampSeconds));
}

/** Changes with every write to the row. */
async function readWritten(db: Database, name: string): Promise<string> {
  const { rows } = await db.execute<{ xmin: string }>(
    sql`select xmin::text as xmin from breaker where name = ${name}`,
  );
  return rows[0]?.xmin ?? 'no row';
}
