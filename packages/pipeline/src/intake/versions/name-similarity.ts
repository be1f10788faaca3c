/** Names longer than this are no misspelt field: comparing them would only cost time. */
const longestName = 64;

/** Below this, two names have too little in common to send a device maker after it. */
const alike = 0.6;

/**
 * How much a field's name looks like that of another one, 0..1: by the letters that would have to be changed, or because
 * every word of the one is in the other, perhaps cut short (`plano_version`, `resolution`). 0 when it is no more than chance.
 */
export function likenessOf(name: string, known: string): number {
  if (name.length > longestName) return 0;
  const [a, b] = [bare(name), bare(known)];
  if (a === b) return 1;
  const byLetters = 1 - editsBetween(a, b) / Math.max(a.length, b.length);
  const likeness = Math.max(byLetters, sharesWords(wordsOf(name), wordsOf(known)) ? 0.8 : 0);
  return likeness >= alike ? likeness : 0;
}

/** The same name but for case, separators and one slip of a finger. */
export function isMisspelling(name: string, known: string): boolean {
  if (name.length > longestName) return false;
  const [a, b] = [bare(name), bare(known)];
  // In a short name one letter is another word: mac, max.
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
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return (
    few.join('').length >= 3 &&
    few.every((word) =>
      many.some(
        (other) => word === other || (word.length >= 3 && (other.startsWith(word) || word.startsWith(other))),
      ),
    )
  );
}

/** Letters to insert, drop, replace or swap with their neighbour. */
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
