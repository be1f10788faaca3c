import type { Problem } from './problem.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Text that the database would refuse (NUL) or silently change (a lone surrogate becomes U+FFFD, so that two
 * different keys would become one), and other control characters, which no store or aisle has in its name.
 */
export function findTextProblems(value: unknown, path = '$'): Problem[] {
  if (typeof value === 'string') return problemOf(value, path);
  if (Array.isArray(value)) return value.flatMap((item, i) => findTextProblems(item, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) => [
      ...problemOf(key, path),
      ...findTextProblems(item, `${path}.${key}`),
    ]);
  return [];
}

function problemOf(text: string, path: string): Problem[] {
  const flaw = !text.isWellFormed()
    ? 'half of a surrogate pair'
    : controlCharacter.test(text)
      ? 'a control character'
      : null;
  return flaw
    ? [
        {
          path: path.toWellFormed().replace(controlCharacter, '?'),
          code: 'TEXT_INVALID',
          message: `The text holds ${flaw}.`,
        },
      ]
    : [];
}
