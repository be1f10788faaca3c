import type { Path, Problem } from '../problem.ts';
import { writePath } from '../problem.ts';

const lowerFirst = (key: string) => key.charAt(0).toLowerCase() + key.slice(1);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Converts every member name to `productId`, the spelling of Azure's documents; Azure's samples have `ProductId`. The same
 * member in both spellings is a problem, since only one can be meant.
 */
export function toCamel(value: unknown): { value: unknown; problems: Problem[] } {
  const problems: Problem[] = [];
  const walk = (node: unknown, path: Path): unknown => {
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, index]));
    if (!isRecord(node)) return node;
    const members = new Map<string, unknown>();
    for (const [key, member] of Object.entries(node)) {
      const camel = lowerFirst(key);
      if (members.has(camel)) {
        problems.push({
          path: writePath([...path, key]),
          code: 'FIELD_REPEATED',
          message: `“${key}” occurs in both spellings; only one can be meant.`,
        });
      }
      members.set(camel, walk(member, [...path, key]));
    }
    return Object.fromEntries(members);
  };
  return { value: walk(value, []), problems };
}

/** Converts a camel-case path to the spelling of the file. */
export function spell(file: unknown, path: Path): Path {
  let node = file;
  return path.map((step) => {
    if (Array.isArray(node) && typeof step === 'number') {
      node = node[step];
      return step;
    }
    if (!isRecord(node)) return step;
    const key = Object.keys(node).find((candidate) => lowerFirst(candidate) === step);
    // A missing member has the spelling of its neighbours.
    const neighbour = Object.keys(node)[0] ?? '';
    const capital = /^[A-Z]/.test(neighbour);
    node = key === undefined ? undefined : node[key];
    if (key !== undefined) return key;
    return capital && typeof step === 'string' ? step.charAt(0).toUpperCase() + step.slice(1) : step;
  });
}
