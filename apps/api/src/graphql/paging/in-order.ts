/** One value per key, in the keys' order; null where there is none. */
export function inOrder<Key, Row, Value>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  pick: (row: Row) => Value,
): (Value | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), pick(row)]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** The rows of each key, in the keys' order and the rows' own. */
export function groupsInOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Row[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
