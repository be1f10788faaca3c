import type { CaptureTimeSource } from '@gondola/db';

/** What is known about the time of a capture; all times in milliseconds since 1970. */
export interface Stamp {
  /** By the clock of the device. */
  takenAtMs: number;
  /** By the clock of the device; null when the payload names none. */
  sentAtMs: number | null;
  /** By the clock of the database. */
  receivedAtMs: number;
  storeCreatedAtMs: number;
  /** The known error of the device's clock, positive when it is fast; null when none is known. */
  clockErrorMs: number | null;
}

export interface JudgedStamp {
  timeSource: CaptureTimeSource;
  /** The time that rules use in place of the stamp; null when they use the stamp. */
  correctedTakenAtMs: number | null;
}

/** Clocks that ask a time server differ by seconds; minutes ahead of the receipt are an error. */
export const maxAheadMs = 5 * 60_000;
/** A smaller error decides no rule, and a slow network could be the reason for it. */
const minCorrectionMs = 60_000;
/** A store is often entered after its cameras: photos of the weeks before can be real. A clock without power is years off. */
const beforeStoreMs = 30 * 86_400_000;

/**
 * Decides which time rules use for a capture: the device's stamp, the stamp corrected by the error of the clock, or the
 * time of receipt. The time of sending gives the error exactly. A past stamp alone is no error: the payload may be late.
 */
export function judgeStamp(stamp: Stamp): JudgedStamp {
  const { takenAtMs, receivedAtMs } = stamp;
  const errorMs = errorOf(stamp);
  if (errorMs !== null && isPossible(takenAtMs - errorMs, stamp))
    // Nothing is received before it is taken.
    return {
      timeSource: 'CORRECTED_CLOCK',
      correctedTakenAtMs: Math.min(takenAtMs - errorMs, receivedAtMs),
    };
  // A stamp that a correction would move into the future shows that the clock was set since.
  if (isPossible(takenAtMs, stamp)) return { timeSource: 'DEVICE_CLOCK', correctedTakenAtMs: null };
  return { timeSource: 'RECEIPT', correctedTakenAtMs: receivedAtMs };
}

function errorOf({ sentAtMs, receivedAtMs, clockErrorMs }: Stamp): number | null {
  const errorMs = sentAtMs === null ? clockErrorMs : sentAtMs - receivedAtMs;
  return errorMs !== null && Math.abs(errorMs) > minCorrectionMs ? errorMs : null;
}

const isPossible = (atMs: number, { receivedAtMs, storeCreatedAtMs }: Stamp): boolean =>
  atMs <= receivedAtMs + maxAheadMs && atMs >= storeCreatedAtMs - beforeStoreMs;
