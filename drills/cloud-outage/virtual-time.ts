import { breakerPolicy, type Database } from '@gondola/db';
import { defaultBreakerPolicy } from '@gondola/pipeline/breakers';

/**
 * A second of this drill is twenty of the fleet's: ten minutes of outage take half a minute. What is measured in calls
 * does not change by that.
 */
export const timesFaster = 20;

/** A call's time limit shrinks less, but stays below a probe's lease: a busy machine must not pass for an outage. */
const callTimeoutMs = 600;

/** Real milliseconds that so many of the fleet's seconds take. */
export const realMs = (seconds: number): number => (seconds * 1000) / timesFaster;
/** The fleet's seconds that pass in real milliseconds. */
export const fleetSeconds = (ms: number): number => (ms / 1000) * timesFaster;

/** The built-in policy with its waits divided; a row that counts for all breakers. */
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
