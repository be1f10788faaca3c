export type DateReading =
  | { iso: string; assumed: 'midnight' | 'day order' | null }
  /** A value with the meaning “no date”. */
  | { none: true }
  | { unreadable: true };

const unreadable = { unreadable: true } as const;
/** Day zero of the serial day numbers of spreadsheets. */
const serialEpochMs = Date.UTC(1899, 11, 30);
/** Years 1954 to 2119: other numbers are no dates. */
const serialDays = { first: 20_000, last: 80_000 };

/**
 * Reads a date of planogram programs and spreadsheets: ISO 8601, 20261123, 23.11.2026, 11/23/2026, or a serial day number. A
 * missing time zone means UTC, and a missing time means midnight. `4/5/2026` is read month first, as in American programs,
 * and noted.
 */
export function readDate(text: string): DateReading {
  const value = text.trim();
  if (value === '' || value === '0') return { none: true };
  if (/^\d{4,5}(\.\d+)?$/.test(value)) return serial(Number(value));
  const iso = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(
    value,
  );
  if (iso !== null) {
    const [, year, month, day, time, zone] = iso;
    return at(Number(year), Number(month), Number(day), time, zone, null);
  }
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[ ,T]+(\d{1,2}:\d\d(?::\d\d)?)\s*([ap]m)?)?$/i.exec(
    value,
  );
  if (parts === null) return unreadable;
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), Number(parts[4])];
  const dayFirst = parts[2] === '.' || first > 12;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const ambiguous = parts[2] !== '.' && first <= 12 && second <= 12 && first !== second;
  return at(year, month, day, on24Hours(parts[5], parts[6]), undefined, ambiguous ? 'day order' : null);
}

function at(
  year: number,
  month: number,
  day: number,
  time: string | undefined,
  zone: string | undefined,
  assumed: 'day order' | null,
): DateReading {
  if (year <= 1900) return { none: true };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return unreadable;
  const clock = time === undefined ? '00:00:00' : time.length === 5 ? `${time}:00` : time;
  const offset = (zone ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const iso = `${date.toISOString().slice(0, 10)}T${clock}${offset}`;
  if (Number.isNaN(Date.parse(iso))) return unreadable;
  return { iso, assumed: assumed ?? (time === undefined ? 'midnight' : null) };
}

function on24Hours(time: string | undefined, half: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const [hours = 0, ...rest] = time.split(':').map(Number);
  const hour = half === undefined ? hours : (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return [hour, ...rest].map((part) => String(part).padStart(2, '0')).join(':');
}

function serial(days: number): DateReading {
  if (days < serialDays.first || days > serialDays.last) return days < 3 ? { none: true } : unreadable;
  const ms = serialEpochMs + Math.round(days * 86_400) * 1000;
  const iso = new Date(ms).toISOString().replace('.000Z', 'Z');
  return { iso, assumed: Number.isInteger(days) ? 'midnight' : null };
}
