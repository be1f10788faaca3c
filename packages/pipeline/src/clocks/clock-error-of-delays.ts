/** When a capture was taken by the clock of its device, and when it was received, in milliseconds since 1970. */
export interface Arrival {
  takenAtMs: number;
  receivedAtMs: number;
}

/** Fewer captures, or fewer days, can all be late by chance: a day without network, a queue. */
const minCaptures = 50;
const minDays = 3;
/** A slow clock is assumed only beyond this delay: uploads over a bad network take minutes. */
const minSlowMs = 10 * 60_000;
/** A fast clock needs less: nothing is received before it is taken. */
const minFastMs = 5 * 60_000;
/** Uploads "at once" differ by no more than this. */
const atOnceMs = 5 * 60_000;
/** A fifth may be late: retries, photos in the basement. */
const minShareAtOnce = 0.8;
/** Within one day a batch that is sent at night could look like uploads at once, unless its stamps lie apart. */
const minDaySpanMs = 3 * atOnceMs;

/**
 * Returns the error of a device's clock as its captures show it: positive is fast; null when the delays prove none. The
 * smallest delay is the error only when the device otherwise sends at once. A camera that sends once a night is late,
 * not wrong.
 *
 * @param arrivals captures without a time of sending, newest first.
 */
export function clockErrorOfDelays(arrivals: readonly Arrival[]): number | null {
  const days = newestDays(arrivals);
  const window = days.flat();
  if (window.length < minCaptures || days.length < minDays) return null;
  const delays = window.map(({ takenAtMs, receivedAtMs }) => receivedAtMs - takenAtMs);
  const smallestMs = Math.min(...delays);
  if (smallestMs <= minSlowMs && smallestMs >= -minFastMs) return null;
  const atOnce = delays.filter((delayMs) => delayMs <= smallestMs + atOnceMs);
  if (atOnce.length < minShareAtOnce * window.length) return null;
  if (days.filter((day) => spanOf(day) >= minDaySpanMs).length < minDays) return null;
  return -smallestMs;
}

/** Returns the newest days of receipt (UTC) that suffice, each with its captures: an old error must not outlive its end. */
function newestDays(arrivals: readonly Arrival[]): Arrival[][] {
  const byDay = Map.groupBy(arrivals, ({ receivedAtMs }) => Math.floor(receivedAtMs / 86_400_000));
  const days: Arrival[][] = [];
  let count = 0;
  for (const [, day] of [...byDay].sort(([a], [b]) => b - a)) {
    if (count >= minCaptures && days.length >= minDays) break;
    days.push(day);
    count += day.length;
  }
  return days;
}

function spanOf(day: readonly Arrival[]): number {
  const stamps = day.map(({ takenAtMs }) => takenAtMs);
  return Math.max(...stamps) - Math.min(...stamps);
}
