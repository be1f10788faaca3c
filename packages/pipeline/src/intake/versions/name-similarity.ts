/** Longer names are no misspelt fields, and comparing them is slow. */
const maxNameLength = 64;

/** Below this similarity a hint would mislead a device maker. */
const minSimilarity = 0.6;

/**
 * Returns the similarity of two field names, 0..1. It is high when few characters differ, or when one name contains
 * every word of the other, perhaps abbreviated (`plano_version`, `resolution`). Returns 0 for a similarity that may be
 * chance.
 */
export function nameSimilarity(name: string, known: string): number {
  if (name.length > maxNameLength) return 0;
  const [a, b] = [bare(name), bare(known)];
  if (a === b) return 1;
  const byCharacters = 1 - editsBetween(a, b) / Math.max(a.length, b.length);
  const similarity = Math.max(byCharacters, sharesWords(wordsOf(name), wordsOf(known)) ? 0.8 : 0);
  return similarity >= minSimilarity ? similarity : 0;
}

/** Returns true when the names differ only in case, separators and one typing error. */
export function isMisspelling(name: string, known: string): boolean {
  if (name.length > maxNameLength) return false;
  const [a, b] = [bare(name), bare(known)];
  // In a short name one changed character makes another word: mac, max.
  return a === b || (b.length >= 5 && editsBetween(a, b) <= 1);
}

const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const bare = (name: string) => wordsOf(name).join('');

function sharesWords(a: readonly string[], b: readonly string[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return (
    shorter.join('').length >= 3 &&
    shorter.every((word) =>
      longer.some(
        (other) => word === other || (word.length >= 3 && (other.startsWith(word) || word.startsWith(other))),
      ),
    )
  );
}

/** Returns the number of characters to insert, delete, replace or swap with a neighbour. */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      next.push(Math.min(replaced, swapped, at(row, j) + 1, at(next, j - 1) + 1));
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

const at = (row: readonly number[], i: number): number => row[i] ?? Infinity;
