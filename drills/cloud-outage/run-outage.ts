import { setTimeout as sleep } from 'node:timers/promises';
import { breaker, type Database } from '@gondola/db';
import type { TierInput } from '@gondola/pipeline/photo-detection';
import type { RenderedCapture } from '@gondola/simulator';
import {
  type FaultsJson,
  openSandboxCloud,
  registerPhoto,
  type SandboxState,
} from '@gondola/simulator/cloud';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { eq, sql } from 'drizzle-orm';
import { type PhotoOutcome, startFleet } from './fleet.ts';
import { fetchKeyFile, openProviderTier } from './provider-tier.ts';
import type { Variant } from './variants.ts';
import { fleetSeconds, realMs, timesFaster } from './virtual-time.ts';
import { newWatch, type Watch } from './watched-breaker.ts';

/** Captures per second of the fleet's time. */
const capturesPerSecond = 5;
/**
 * Every twentieth photo is a capture that goes through the stages. The others use the database for the breaker only.
 */
export const captureEvery = 20;
/** Traffic before the outage: successful calls must not hide failures. */
const healthySeconds = 10;
/** The breaker's own ramp, and some seconds of full admission after it. */
const maxRecoverySeconds = 130;
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
  photoOutcomes: PhotoOutcome[];
  sharedStateLosses: string[];
  /** Unix milliseconds. */
  outageFromMs: number;
  outageToMs: number;
  cloud: SandboxState['providers'][Variant['provider']];
  /** Whether the breaker's row was written between its first reading and the end. */
  wasWritten: boolean;
}

/** Returns the maximum number of captures with an id that `runOutage` can use. */
export const capturesFor = (outageSeconds: number): number =>
  Math.ceil(((healthySeconds + outageSeconds + maxRecoverySeconds) * capturesPerSecond) / captureEvery);

/** Runs traffic without a fault, then with the fault, then until the breaker has closed and admits all calls again. */
export async function runOutage(settings: OutageSettings): Promise<OutageRecord> {
  const { system, breakerName, variant, outageSeconds, photo } = settings;
  const { db } = system.database;
  const cloud = await openSandboxCloud();
  await registerPhoto(cloud.url, photo, new AbortController().signal);
  const keyFile = await fetchKeyFile(cloud.url, system.dataDir);
  const place = { resolves: true };
  const watch = newWatch();
  const fleet = await startFleet({
    ...settings,
    watch,
    async openTier() {
      const there = await openProviderTier(variant.provider, cloud.url, keyFile);
      // By its standard (RFC 6761) this name never resolves.
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
      photoOutcomes: fleet.photoOutcomes,
      sharedStateLosses: fleet.sharedStateLosses,
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
  if (!response.ok) throw new Error(`the sandbox refuses the fault: ${await response.text()}`);
}

/** Waits until the breaker has closed and ramped up, and a little longer; at most until the time limit. */
async function untilRecovered(db: Database, name: string): Promise<void> {
  const limit = performance.now() + realMs(maxRecoverySeconds - rampSeconds - afterRampSeconds);
  while (performance.now() < limit) {
    const [row] = await db.select().from(breaker).where(eq(breaker.name, name));
    if (row?.state === 'CLOSED') break;
    await sleep(1000 / timesFaster);
  }
  await sleep(realMs(rampSeconds + afterRampSeconds));
}

/** Returns a value that changes with every write to the row. */
async function readWritten(db: Database, name: string): Promise<string> {
  const { rows } = await db.execute<{ xmin: string }>(
    sql`select xmin::text as xmin from breaker where name = ${name}`,
  );
  return rows[0]?.xmin ?? 'no row';
}
