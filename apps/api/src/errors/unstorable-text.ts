/** Text that the database keeps as it is. */
export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** The path of the first text that the database would refuse or change; null when there is none. */
export function findUnstorableText(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isStorableText(value) ? null : path;
  if (typeof value !== 'object' || value === null || value instanceof Date) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = findUnstorableText(item, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
