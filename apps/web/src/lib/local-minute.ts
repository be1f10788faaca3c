/** Returns an instant as the value of a date-and-time field, on the clock of this browser; empty for none. */
export function toLocalMinute(iso: string | null | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Returns the instant of such a field; null while the field is empty. */
export function fromLocalMinute(value: string): string | null {
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
