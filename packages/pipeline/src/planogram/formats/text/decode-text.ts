import { type Problem, writeCell } from '../problem.ts';

export interface Decoded {
  text: string;
  /** Name in the WHATWG encoding standard; null for content that was text already. */
  encoding: string | null;
}

const marks: { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  // Excel's "Unicode text".
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Decodes a file by its byte order mark, else as UTF-8 if valid, else in the format's usual encoding. Western or Japanese text
 * in another encoding is practically never valid UTF-8, because UTF-8 needs a pattern of several bytes for every character
 * beyond ASCII.
 */
export function decodeText(
  content: string | Uint8Array,
  usual: string,
): { decoded: Decoded } | { problem: Problem } {
  if (typeof content === 'string') {
    return { decoded: { text: content.replace(/^\uFEFF/, ''), encoding: null } };
  }
  const mark = marks.find(({ bytes }) => bytes.every((byte, i) => content[i] === byte));
  for (const encoding of mark === undefined ? ['utf-8', usual] : [mark.encoding]) {
    const text = decodeAs(encoding, content);
    if (text !== null) return { decoded: { text, encoding } };
  }
  const line = firstBadLine(content, mark?.encoding ?? usual);
  return {
    problem: {
      path: writeCell(line),
      code: 'TEXT_INVALID',
      message: `Line ${line} holds bytes that are no text in the encoding ${mark?.encoding ?? usual}; save the file as UTF-8.`,
    },
  };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Returns the first undecodable line. In UTF-16, where a line feed is no single byte, the line is a guess. */
function firstBadLine(content: Uint8Array, encoding: string): number {
  let line = 1;
  for (let start = 0; start < content.length; line++) {
    const feed = content.indexOf(0x0a, start);
    const end = feed === -1 ? content.length : feed + 1;
    if (decodeAs(encoding, content.subarray(start, end)) === null) return line;
    start = end;
  }
  return 1;
}
