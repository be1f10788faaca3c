import type { CodePage } from './letters-of-languages.ts';
import { rateDecoding } from './rate-decoding.ts';

/** Encodings in which tables are read; a person may choose one. */
export const tableEncodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'shift_jis',
] as const;
export type TableEncoding = (typeof tableEncodings)[number];

const codePages: readonly CodePage[] = ['windows-1250', 'windows-1251', 'windows-1252', 'shift_jis'];

/** What the bytes say: an encoding, or several between which they do not decide, with the same word in each. */
export type Detected =
  | { encoding: TableEncoding }
  | { candidates: { encoding: CodePage; word: string }[]; line: number };

/** Share of NUL bytes at every second place that only UTF-16 has. */
const utf16Share = 0.1;
/** Lines with bytes beyond ASCII that are rated: more add nothing. */
const sampledLines = 400;
/** A decoding that is better by less is no better. */
const decisive = 0.15;
/** A decoding that is worse resembles no language of its code page. */
const plausible = 0.25;

/** Tells the encoding of bytes without a mark from their validity and from the letters that each encoding makes of them. */
export function detectEncoding(bytes: Uint8Array): Detected {
  const utf16 = detectUtf16(bytes);
  if (utf16 !== null) return { encoding: utf16 };
  if (decodeStrictly('utf-8', bytes) !== null) return { encoding: 'utf-8' };
  const { sample, line } = sampleBeyondAscii(bytes);
  const rated = codePages.flatMap((encoding) => {
    const text = decodeStrictly(encoding, sample);
    return text === null ? [] : [{ encoding, text, rate: rateDecoding(text, encoding) }];
  });
  const sorted = rated.toSorted((a, b) => b.rate - a.rate);
  const [best] = sorted;
  if (best === undefined) return { encoding: 'windows-1252' };
  const rivals = sorted.filter(({ text, rate }) => text !== best.text && best.rate - rate < decisive);
  if (best.rate >= plausible && rivals.length === 0) {
    // Where two code pages make the same text of the bytes, the wider known one is named.
    const same = sorted.filter(({ text, rate }) => text === best.text && best.rate - rate < decisive);
    return { encoding: same.find(({ encoding }) => encoding === 'windows-1252')?.encoding ?? best.encoding };
  }
  const open = best.rate >= plausible ? [best, ...rivals] : sorted;
  return { candidates: open.map(({ encoding, text }) => ({ encoding, word: firstWord(text) })), line };
}

export function decodeStrictly(encoding: TableEncoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4_096);
  const nulsAt = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) nulsAt[i % 2] = (nulsAt[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulsAt.map((nuls) => nuls / Math.max(1, head.length / 2));
  if (odd > utf16Share && odd > 4 * even) return 'utf-16le';
  if (even > utf16Share && even > 4 * odd) return 'utf-16be';
  return null;
}

function sampleBeyondAscii(bytes: Uint8Array): { sample: Uint8Array; line: number } {
  const parts: Uint8Array[] = [];
  let [line, first] = [1, 1];
  for (let start = 0; start < bytes.length && parts.length < sampledLines; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const part = bytes.subarray(start, end);
    if (part.some((byte) => byte > 0x7f)) {
      if (parts.length === 0) first = line;
      parts.push(part);
    }
    start = end;
  }
  return { sample: Buffer.concat(parts), line: first };
}

const firstWord = (text: string) => /[^\s,;\t"]*\P{ASCII}[^\s,;\t"]*/u.exec(text)?.[0].slice(0, 30) ?? '';
