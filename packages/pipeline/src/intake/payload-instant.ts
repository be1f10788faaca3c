/** An instant in its original precision: whole seconds since 1970 UTC, and the digits after the decimal point. */
export interface ExactInstant {
  wholeSeconds: number;
  /** Without trailing zeros; empty when there is none. */
  fraction: string;
}

const written = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:[Zz]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * The accepted range of a device clock, in seconds since 1970. A clock without a battery may start in 1900, and the
 * database supports years of four digits only.
 */
const earliestSeconds = Date.UTC(1900, 0, 1) / 1000;
const latestSeconds = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/**
 * Reads an RFC 3339 instant; returns null for any other text. The offset is mandatory (`Z`, `+00:00` and `-00:00` are
 * all UTC), so that the repeated hour in autumn is unambiguous. `24:00` and the leap second `:60` are rejected: each
 * would be a second spelling of another instant.
 */
export function readInstant(text: string): ExactInstant | null {
  const [, date, time, fraction = '', sign, hours, minutes] = written.exec(text) ?? [];
  if (date === undefined || time === undefined) return null;
  const localMs = Date.parse(`${date}T${time}Z`);
  // A nonexistent day of a month rolls over into the next month, and so does 24:00.
  if (Number.isNaN(localMs) || !new Date(localMs).toISOString().startsWith(`${date}T${time}`)) return null;
  const offsetSeconds = (sign === '-' ? -60 : 60) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const wholeSeconds = localMs / 1000 - offsetSeconds;
  if (wholeSeconds < earliestSeconds || wholeSeconds > latestSeconds) return null;
  return { wholeSeconds, fraction: fraction.replace(/0+$/, '') };
}
