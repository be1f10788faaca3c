/** One field of two payloads, as text; null is a field that the payload does not have. */
export interface ComparedField {
  /** Such as "device.mac" or "tags[0]". */
  path: string;
  first: string | null;
  later: string | null;
  differs: boolean;
}

/** Compares two payloads field by field: differing fields first, otherwise in the order of the payloads. */
export function comparePayloads(first: unknown, later: unknown): ComparedField[] {
  const firstFields = new Map(leaves(first, ''));
  const laterFields = new Map(leaves(later, ''));
  const fields = [...new Set([...firstFields.keys(), ...laterFields.keys()])].map((path): ComparedField => {
    const [a, b] = [firstFields.get(path) ?? null, laterFields.get(path) ?? null];
    return { path, first: a, later: b, differs: a !== b };
  });
  return fields.toSorted((a, b) => Number(b.differs) - Number(a.differs));
}

/** Returns every value that is no object or list, under its path; empty objects and lists count as values. */
function leaves(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path, textOf(value)]];
  const entries = Array.isArray(value)
    ? value.map((item, at): [string, unknown] => [`${path}[${at}]`, item])
    : Object.entries(value).map(([name, item]): [string, unknown] => [path ? `${path}.${name}` : name, item]);
  if (entries.length === 0) return [[path, Array.isArray(value) ? '[]' : '{}']];
  return entries.flatMap(([at, item]) => leaves(item, at));
}

/** Returns a value as text, in quotes only where it would read as something else: "12" is a text, 12 a number. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  return value === '' || /^(-?[\d.]+(e[+-]?\d+)?|true|false|null)$/i.test(value)
    ? JSON.stringify(value)
    : value;
}
