import { createHash } from 'node:crypto';

/** Returns the sha256 (hex) of a tier's configuration; the order of an object's keys makes no difference. */
export function configHashOf(configuration: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(configuration)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // As pairs: an object would put keys that look like numbers first whatever their order.
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}
