import { breakerPolicy, type Database } from '@gondola/db';
import { defaultBreakerPolicy } from '@gondola/pipeline/breakers';

/**
 * One second of this drill is twenty of the fleet's: ten minutes of outage take half a minute. Results counted in calls
 * stay the same.
 */
export const timesFaster = 20;

/**
 * A call's time limit shrinks less than other times, so that a busy machine does not look like an outage. It stays
 * below a probe's lease.
 */
const callTimeoutMs = 600;

/** Converts seconds of the fleet's time to real milliseconds. */
export const realMs = (seconds: number): number => (seconds * 1000) / timesFaster;
/** Converts real milliseconds to seconds of the fleet's time. */
export const fleetSeconds = (ms: number): number => (ms / 1000) * timesFaster;

/** Inserts the built-in policy with its waits divided, for all breakers. */
export async function compressPolicy(db: Database): Promise<void> {
  const { windowSeconds, baseSeconds, capSeconds, probeLeaseSeconds, rampSeconds, ...rest } =
    defaultBreakerPolicy;
  await db.insert(breakerPolicy).values({
    ...rest,
    name: null,
    windowSeconds: windowSeconds / timesFaster,
    baseSeconds: baseSeconds / timesFaster,
    capSeconds: capSeconds / timesFaster,
    probeLeaseSeconds: probeLeaseSeconds / timesFaster,
    rampSeconds: rampSeconds / timesFaster,
    callTimeoutMs,
    note: 'compressed time',
    createdBy: 'drill',
  });
}
