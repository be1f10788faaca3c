/**
 * Returns any payload as JSON text. JSON.stringify fails at some thousand levels of nesting, and one such payload must
 * not fail its whole batch.
 */
export function payloadText(raw: unknown): string {
  try {
    return JSON.stringify(raw) ?? 'null';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return textOfDeep(raw);
  }
}

/** Does what JSON.stringify does, with an explicit stack, for values that come from JSON.parse. */
function textOfDeep(raw: unknown): string {
  const text: string[] = [];
  const pending: ({ value: unknown } | string)[] = [{ value: raw }];
  for (;;) {
    const next = pending.pop();
    if (next === undefined) return text.join('');
    if (typeof next === 'string') text.push(next);
    else if (typeof next.value !== 'object' || next.value === null) text.push(JSON.stringify(next.value));
    else pending.push(...partsOf(next.value).reverse());
  }
}

function partsOf(container: object): ({ value: unknown } | string)[] {
  if (Array.isArray(container))
    return ['[', ...container.flatMap((value, i) => (i > 0 ? [',', { value }] : [{ value }])), ']'];
  return [
    '{',
    ...Object.entries(container).flatMap(([key, value], i) => [
      `${i > 0 ? ',' : ''}${JSON.stringify(key)}:`,
      { value },
    ]),
    '}',
  ];
}

/** Returns the number of nested levels of objects and lists; stops counting above `limit`. */
export function depthOf(raw: unknown, limit: number): number {
  let level = [raw];
  let depth = 0;
  while (depth <= limit) {
    const containers = level.filter((value) => typeof value === 'object' && value !== null);
    if (containers.length === 0) return depth;
    level = containers.flatMap((value) => Object.values(value as object));
    depth += 1;
  }
  return depth;
}
