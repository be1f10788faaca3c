const kinds = { missing: 'Missing', damaged: 'Damaged', orphaned: 'Orphaned' } as const;

/** Returns the SHA-256 of some objects of each kind in a report, without empty kinds. */
export function samplesOf(samples: unknown): { kind: string; hashes: string[] }[] {
  if (typeof samples !== 'object' || samples === null) return [];
  const given = samples as Record<string, unknown>;
  return Object.entries(kinds).flatMap(([key, kind]) => {
    const list = given[key];
    const hashes = Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
    return hashes.length > 0 ? [{ kind, hashes }] : [];
  });
}
