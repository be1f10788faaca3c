import { pathOf, type Segments } from '../payload-path.ts';
import type { Problem } from '../problem.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Finds text that the database would reject (NUL) or silently change: a lone surrogate becomes U+FFFD, so that two
 * different keys would become equal. Also finds other control characters, which no store or aisle has in its name. A
 * problem in the name of a member is reported at the object that holds it.
 */
export function findTextProblems(value: unknown, at: Segments = []): Problem[] {
  if (typeof value === 'string') return problemOf(value, at);
  if (Array.isArray(value)) return value.flatMap((item, i) => findTextProblems(item, [...at, i]));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => [
      ...problemOf(key, at),
      ...findTextProblems(item, [...at, key]),
    ]);
  return [];
}

function problemOf(text: string, at: Segments): Problem[] {
  const flaw = !text.isWellFormed()
    ? 'half of a surrogate pair'
    : controlCharacter.test(text)
      ? 'a control character'
      : null;
  return flaw ? [{ path: pathOf(at), code: 'TEXT_INVALID', message: `The text holds ${flaw}.` }] : [];
}
