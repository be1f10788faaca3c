/**
 * A model of capture identity that shares no code with the keys. It parses texts, times and addresses in other, slower
 * and simpler ways.
 */
export interface CanonicalFacts {
  aisle: string;
  /** Units of 10^-40 s since 1970 UTC. */
  instant: bigint;
  mac: bigint;
}

export const canonicalFacts = (aisle: string, timestamp: string, mac: string): CanonicalFacts => ({
  aisle: modelAisle(aisle),
  instant: modelInstant(timestamp),
  mac: BigInt(`0x${[...mac].filter((c) => /[0-9a-fA-F]/.test(c)).join('')}`),
});

export const factsEqual = (a: CanonicalFacts, b: CanonicalFacts): boolean =>
  a.aisle === b.aisle && a.instant === b.instant && a.mac === b.mac;

/** Ranges of Unicode's Default_Ignorable_Code_Point, from DerivedCoreProperties.txt. */
const invisible: [number, number][] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Unicode's White_Space, from PropList.txt. */
const blanks = new Set(
  [0x9, 0xa, 0xb, 0xc, 0xd, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].concat(
    Array.from({ length: 11 }, (_, i) => 0x2000 + i),
  ),
);

/** Returns the aisle in lower case and decomposed, where the key uses upper case and composed characters. */
function modelAisle(aisle: string): string {
  let words = '';
  for (const character of aisle) {
    const code = character.codePointAt(0) ?? 0;
    if (invisible.some(([from, to]) => code >= from && code <= to)) continue;
    words += blanks.has(code) ? ' ' : character;
  }
  let folded = '';
  for (const character of words.normalize('NFD')) {
    const lower = character.toLowerCase();
    const isPair = [...lower].length === 1 && lower.toUpperCase() === character;
    folded += isPair ? lower : character;
  }
  return folded
    .split(' ')
    .filter((word) => word !== '')
    .join(' ')
    .normalize('NFD');
}

/** Counts the days of the civil calendar one year and one month at a time, with every digit of the fraction. */
function modelInstant(timestamp: string): bigint {
  const [date = '', rest = ''] = timestamp.toUpperCase().split('T');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const zoneAt = rest.search(/[Z+-]/);
  const [clock = '', fraction = ''] = rest.slice(0, zoneAt).split('.');
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  const zone = rest.slice(zoneAt);
  const [zoneHours = 0, zoneMinutes = 0] = zone === 'Z' ? [0, 0] : zone.slice(1).split(':').map(Number);
  const offsetMinutes = (zone.startsWith('-') ? -1 : 1) * (zoneHours * 60 + zoneMinutes);
  const seconds =
    daysBefore(year, month, day) * 86_400 + hour * 3600 + (minute - offsetMinutes) * 60 + second;
  return BigInt(seconds) * 10n ** 40n + BigInt(fraction.padEnd(40, '0'));
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthDays = (year: number) => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysBefore(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let y = Math.min(year, 1970); y < Math.max(year, 1970); y += 1)
    days += (year < 1970 ? -1 : 1) * (isLeap(y) ? 366 : 365);
  return monthDays(year)
    .slice(0, month - 1)
    .reduce((sum, length) => sum + length, days);
}
