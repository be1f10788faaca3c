/** Returns a moment in a store's time zone, such as "24 Nov 2026, 09:15". */
export const inZone = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(iso),
  );

/** Returns a moment in UTC with seconds, such as "2026-11-24 08:15:09 UTC". */
export const inUtc = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** Returns a duration in its two largest units, such as "340 ms", "4.2 s", "3 min 5 s", "2 d 4 h". */
export function duration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ];
  const first = units.findIndex(([, size]) => ms >= size);
  let rest = ms;
  return units
    .slice(first, first + 2)
    .map(([name, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count > 0 ? `${count} ${name}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/** Returns the age of a moment in one unit: "just now", "4 min ago", "3 d ago". */
export function ago(iso: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(iso));
  if (ms < 5_000) return 'just now';
  if (ms < 60_000) return `${Math.floor(ms / 1_000)} s ago`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min ago`;
  if (ms < 86_400_000) return `${Math.floor(ms / 3_600_000)} h ago`;
  return `${Math.floor(ms / 86_400_000)} d ago`;
}

/** Returns the time until a moment in one unit: "any moment", "in 4 min", "in 3 h". Minutes and more are rounded up. */
export function until(iso: string, now: number): string {
  const ms = Date.parse(iso) - now;
  if (ms < 5_000) return 'any moment';
  if (ms < 60_000) return `in ${Math.floor(ms / 1_000)} s`;
  if (ms < 3_600_000) return `in ${Math.ceil(ms / 60_000)} min`;
  if (ms < 86_400_000) return `in ${Math.ceil(ms / 3_600_000)} h`;
  return `in ${Math.ceil(ms / 86_400_000)} d`;
}
