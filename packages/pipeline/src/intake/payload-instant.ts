/** An instant as exact as it was written: whole seconds since 1970 UTC, and the digits behind the point. */
export interface ExactInstant {
  wholeSeconds: number;
  /** Without trailing zeros; empty when there is none. */
  fraction: string;
}

const written = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * What a device's clock may say, in seconds since 1970: a clock that lost its time starts in 1900 or later, and the
 * database knows no instant that needs a fifth digit for its year.
 */
const earliestSeconds = Date.UTC(1900, 0, 1) / 1000;
const latestSeconds = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * Reads an RFC 3339 instant; null for anything else. An offset is needed (`Z`, `+00:00` and `-00:00` are all UTC), so that
 * the hour that comes twice in autumn is two hours. `24:00` and the second `:60` are refused: each would be one instant with
 * another spelling of it.
 */
export function readInstant(text: string): ExactInstant | null {
  const [, date, time, fraction = '', sign, hours, minutes] = written.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const localMs = Date.parse(`${date}T${time}Z`);
  // A day that its month does not have rolls over into the next one, and so does 24:00.
  if (Number.isNaN(localMs) || !new Date(localMs).toISOString().startsWith(`${date}T${time}`)) return null;
  const offsetSeconds = (sign === '-' ? -60 : 60) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const wholeSeconds = localMs / 1000 - offsetSeconds;
  if (wholeSeconds < earliestSeconds || wholeSeconds > latestSeconds) return null;
  return { wholeSeconds, fraction: fraction.replace(/0+$/, '') };
}
