/** Returns a date, such as "24 Nov 2026". */
const day = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(new Date(iso));

/** Returns the period in which a version is meant to be followed. Its file may leave either end open. */
export function periodLabel(effectiveFrom: string | null, effectiveTo: string | null): string {
  if (effectiveFrom && effectiveTo) return `${day(effectiveFrom)} to ${day(effectiveTo)}`;
  if (effectiveFrom) return `from ${day(effectiveFrom)}`;
  if (effectiveTo) return `until ${day(effectiveTo)}`;
  return 'no period';
}
