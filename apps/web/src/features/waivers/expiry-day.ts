/** The default duration of a waiver: the usual time until a planogram is revised. */
const usualDays = 90;
const dayMs = 86_400_000;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Returns the suggested day, as the value of a date field. */
export const usualExpiry = (now: number): string => dayOf(now + usualDays * dayMs);

/** Returns the first and the last possible day: tomorrow, and within the API's limit of two years. */
export const expiryRange = (now: number) => ({ first: dayOf(now + dayMs), last: dayOf(now + 729 * dayMs) });

/** Returns the end of a chosen day in UTC, so that everybody means the same instant; null for an invalid day. */
export function endOfDay(day: string): string | null {
  const at = new Date(`${day}T23:59:59Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
