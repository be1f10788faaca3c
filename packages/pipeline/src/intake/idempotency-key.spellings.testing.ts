import fc from 'fast-check';

/** The three texts that a key is made of. */
export type Spelling = [aisle: string, timestamp: string, mac: string];

/**
 * Each entry lists all spellings of one character that a person considers the same; no two entries are the same
 * character.
 */
const characters: string[][] = [
  ['A', 'a'],
  ['B', 'b'],
  ['S', 's'],
  ['I', 'i'],
  ['K', 'k', '\u212a'], // the Kelvin sign is a K by Unicode's own equivalence
  ['ß'],
  ['ſ'],
  ['ı'],
  ['İ', 'I\u0307', 'i\u0307'],
  ['É', 'é', 'E\u0301', 'e\u0301'],
  ['Å', 'å', 'A\u030a', 'a\u030a', '\u212b'],
  ['J\u030c', '\u01f0', 'j\u030c'],
  ['Ж', 'ж'],
  ['Σ', 'σ'],
  ['ς'],
  ['Μ', 'μ'],
  ['µ'],
  ['Ａ', 'ａ'],
  ['ﬁ'],
  ['棚'],
  ['가', '\u1100\u1161'],
  ['0'],
  ['1'],
  ['１'],
  ['²'],
  ['-'],
  ['–'],
  ['|'],
  ['"'],
  ['\\'],
  [','],
  ['['],
  ['😀'],
];
/** Characters that look alike, or that careless folding would treat as the same. */
const lookalikes = [
  ['Ａ', 'A'],
  ['１', '1'],
  ['ı', 'I'],
  ['İ', 'I'],
  ['ſ', 'S'],
  ['ς', 'Σ'],
  ['µ', 'Μ'],
  ['–', '-'],
].map((names) => names.map((name) => characters.findIndex(([first]) => first === name)));
const lookalikeOf = (index: number): number => {
  for (const [a = 0, b = 0] of lookalikes) {
    if (a === index) return b;
    if (b === index) return a;
  }
  return (index + 1) % characters.length;
};
const spaces = [' ', '  ', '\t', '\u00a0', '\u2003', '\u3000', '\n', '\u0085', ' \u200b '];
const noise = ['', '', '', '\u200b', '\ufeff', '\u00ad', '\u200d', '\u2060'];

/** A capture independent of spelling: words of characters, an instant in 10^-9 s, a device. */
export interface AbstractCapture {
  words: readonly (readonly number[])[];
  nanoseconds: bigint;
  mac: bigint;
}

const earliest = BigInt(Date.UTC(1900, 0, 3)) * 1_000_000n;
const latest = BigInt(Date.UTC(9999, 11, 29)) * 1_000_000n;

export const abstractCapture: fc.Arbitrary<AbstractCapture> = fc.record({
  words: fc.array(fc.array(fc.nat(characters.length - 1), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 3,
  }),
  nanoseconds: fc.oneof(
    fc.bigInt({ min: earliest, max: latest }),
    // Whole and half seconds, where trailing zeros of fractions matter.
    fc.bigInt({ min: earliest / 500_000_000n, max: latest / 500_000_000n }).map((n) => n * 500_000_000n),
  ),
  mac: fc.bigInt({ min: 0n, max: (1n << 48n) - 1n }),
});

/** Returns a capture that differs by one unit of one fact, or by one character in a word. */
export const neighbourOf = (a: AbstractCapture): fc.Arbitrary<AbstractCapture> =>
  fc.oneof(
    fc.constantFrom(1n, 1_000n, 1_000_000n, 1_000_000_000n, 3_600_000_000_000n).map((step) => ({
      ...a,
      nanoseconds: a.nanoseconds + step,
    })),
    fc.nat(47).map((bit) => ({ ...a, mac: a.mac ^ (1n << BigInt(bit)) })),
    fc.nat(characters.length - 1).map((index) => ({ ...a, words: [...a.words, [index]] })),
    fc
      .nat(characters.length - 1)
      .map((index) => ({ ...a, words: [[index, ...(a.words[0] ?? [])], ...a.words.slice(1)] })),
    fc.constant({ ...a, words: [a.words.flat()] }),
    fc.constant({ ...a, words: a.words.map((word) => word.map(lookalikeOf)) }),
  );

export const sameFacts = (a: AbstractCapture, b: AbstractCapture): boolean =>
  JSON.stringify(a.words) === JSON.stringify(b.words) && a.nanoseconds === b.nanoseconds && a.mac === b.mac;

/** Returns one of the many spellings of a capture. */
export const spellingOf = ({ words, nanoseconds, mac }: AbstractCapture): fc.Arbitrary<Spelling> =>
  fc
    .record({
      picks: fc.infiniteStream(fc.nat(1000)),
      zone: fc.oneof(fc.constantFrom('Z', 'z', '+00:00', '-00:00'), fc.integer({ min: -1439, max: 1439 })),
      zeros: fc.nat(4),
      lowerT: fc.boolean(),
      macForm: fc.nat(3),
      macUpper: fc.boolean(),
    })
    .map(({ picks, zone, zeros, lowerT, macForm, macUpper }): Spelling => {
      const pick = <T>(list: readonly T[]): T => list[(picks.next().value ?? 0) % list.length] as T;
      const aisle = words
        .map((word) => word.map((index) => pick(characters[index] ?? []) + pick(noise)).join(''))
        .reduce((text, word) => text + pick(spaces) + word);
      const edge = pick(['', ...spaces]);
      const digits = mac.toString(16).padStart(12, '0');
      const groups = digits.match(/../g) ?? [];
      const macText = [groups.join(':'), groups.join('-'), digits, digits.match(/..../g)?.join('.') ?? ''];
      const macSpelled = macText[macForm] ?? digits;
      return [
        edge + aisle + pick(['', ...spaces]),
        writeInstant(nanoseconds, zone, zeros, lowerT ? 't' : 'T'),
        macUpper ? macSpelled.toUpperCase() : macSpelled,
      ];
    });

function writeInstant(nanoseconds: bigint, zone: string | number, zeros: number, t: string): string {
  const offsetMinutes = typeof zone === 'number' ? zone : 0;
  const second = 1_000_000_000n;
  const fraction = ((nanoseconds % second) + second) % second;
  const localMs = Number((nanoseconds - fraction) / 1_000_000n) + offsetMinutes * 60_000;
  const digits = fraction === 0n ? '' : fraction.toString().padStart(9, '0').replace(/0+$/, '');
  const written = digits + '0'.repeat(zeros);
  const [date, time] = new Date(localMs).toISOString().slice(0, 19).split('T');
  const two = (n: number) => String(Math.trunc(n)).padStart(2, '0');
  const size = Math.abs(offsetMinutes);
  const offset =
    typeof zone === 'string' ? zone : `${zone < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  return `${date}${t}${time}${written === '' ? '' : `.${written}`}${offset}`;
}
