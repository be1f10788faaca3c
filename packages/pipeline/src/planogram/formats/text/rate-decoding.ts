import { type CodePage, lettersOfLanguages } from './letters-of-languages.ts';

const isAscii = (character: string | undefined) => character !== undefined && character <= '\u007f';
const isAsciiLetter = (character: string | undefined) =>
  character !== undefined && /[A-Za-z]/.test(character);
const isCyrillic = (character: string | undefined) =>
  character !== undefined && /\p{Script=Cyrillic}/u.test(character);
const isLetter = (character: string) => /\p{L}/u.test(character);

/** Points of a character beyond ASCII, from one that its language has often to one that no text has. */
const points = { common: 1, rare: 0.2, symbol: 0.3, foreign: -1, control: -2 } as const;

/**
 * Rates how much a decoded text resembles one of its code page: the mean points of its characters beyond ASCII, 1 at best.
 * The language that explains the text best counts.
 */
export function rateDecoding(text: string, codePage: CodePage): number {
  const characters = [...text];
  const beyond = characters.flatMap((character, i) => (isAscii(character) ? [] : [i]));
  if (beyond.length === 0) return 1;
  const mean = (rate: (i: number) => number) => beyond.reduce((sum, i) => sum + rate(i), 0) / beyond.length;
  if (codePage === 'shift_jis') return mean((i) => rateJapanese(characters, i));
  return Math.max(
    ...lettersOfLanguages[codePage].map(({ common, rare }) =>
      mean((i) => {
        const character = characters[i] ?? '';
        if (/\p{Cc}/u.test(character)) return points.control;
        const letter = character.toLowerCase();
        const usual = common.includes(letter) ? points.common : rare.includes(letter) ? points.rare : null;
        if (usual === null) return rateSymbol(characters, i);
        if (!isLetter(character)) return usual;
        if (!isInItsWord(characters, i, codePage)) return points.foreign;
        return codePage === 'windows-1251' && isAlone(characters, i) ? points.rare : usual;
      }),
    ),
  );
}

function rateSymbol(characters: readonly string[], i: number): number {
  const character = characters[i] ?? '';
  if (/\p{L}|\p{Sk}/u.test(character)) return points.foreign;
  // A quotation mark or a trade mark stands beside a word, other symbols stand alone.
  if (/[‘’“”„®™–—…\u00a0]/.test(character)) return points.symbol;
  const isInWord = [characters[i - 1], characters[i + 1]].some((next) => isAsciiLetter(next));
  return isInWord ? points.foreign : points.symbol;
}

/** Returns whether a letter fits its neighbours: its script, the case of its word, and its vowels. */
function isInItsWord(characters: readonly string[], i: number, codePage: CodePage): boolean {
  const neighbours = [characters[i - 1], characters[i + 1]];
  const character = characters[i] ?? '';
  if (codePage === 'windows-1251') {
    const isWord = !isAlone(characters, i) || /[авикосуяіж]/i.test(character);
    return isWord && !neighbours.some(isAsciiLetter);
  }
  const isUpper = character !== character.toLowerCase();
  const before = characters[i - 1] ?? '';
  if (isUpper && isLetter(before) && before !== before.toUpperCase()) return false;
  return !neighbours.some(isCyrillic) && !isInLongCluster(characters, i);
}

const isAlone = (characters: readonly string[], i: number) =>
  ![characters[i - 1], characters[i + 1]].some(isCyrillic);

const plain = (character: string | undefined) => character?.normalize('NFD').charAt(0).toLowerCase() ?? '';
const isVowel = (character: string | undefined) => /[aeiouyæøœ]/.test(plain(character));
/** A run of so many vowels, or of consonants without a vowel in the word, hardly occurs. */
const longVowels = 4;
const longConsonants = 4;

function isInLongCluster(characters: readonly string[], i: number): boolean {
  const kind = isVowel(characters[i]);
  let [start, end] = [i, i];
  const belongs = (at: number) => {
    const next = characters[at];
    return next !== undefined && isLetter(next) && isVowel(next) === kind;
  };
  while (belongs(start - 1)) start--;
  while (belongs(end + 1)) end++;
  return end - start + 1 >= (kind ? longVowels : longConsonants);
}

function rateJapanese(characters: readonly string[], i: number): number {
  const character = characters[i] ?? '';
  if (/\p{Co}|\p{Cc}/u.test(character)) return points.foreign;
  if (/[\u3040-\u30ff]/.test(character)) return points.common;
  const neighbours = [characters[i - 1], characters[i + 1]];
  if (/[\uff61-\uff9f]/.test(character)) {
    return neighbours.some(isAsciiLetter) ? points.foreign : points.rare;
  }
  if (/\p{Script=Han}/u.test(character)) {
    const isInText = neighbours.some(
      (next) => next !== undefined && /[\p{Script=Han}\u3040-\u30ff]/u.test(next),
    );
    return isInText ? 0.8 : neighbours.some(isAsciiLetter) ? points.foreign : points.rare;
  }
  return points.symbol;
}
