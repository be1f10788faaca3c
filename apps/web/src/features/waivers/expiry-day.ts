/** How long a waiver lasts unless told: the usual time until a planogram is revised. */
const usualDays = 90;
const dayMs = 86_400_000;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day, as a date field holds it, that is offered. */
export const usualExpiry = (now: number): string => dayOf(now + usualDays * dayMs);

/** The first and the last day that can be chosen: tomorrow, and within the two years that the API takes. */
export const expiryRange = (now: number) => ({ first: dayOf(now + dayMs), last: dayOf(now + 729 * dayMs) });

/** The end of a chosen day in UTC, so that everybody means the same instant; null for what is no day. */
export function endOfDay(day: string): string | null {
  const at = new Date(`${day}T23:59:59Z`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
