import { type Problem, writeCell } from '../problem.ts';

export interface Decoded {
  text: string;
  /** As the WHATWG encoding standard calls it; null for content that came as text. */
  encoding: string | null;
}

const marks: { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  // Excel's "Unicode text".
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Text of a file: by its byte order mark, else as UTF-8 when it is that from end to end, else in the encoding the format
 * usually has. Western or Japanese text of another encoding is UTF-8 by chance practically never, as UTF-8 wants every
 * letter beyond ASCII in a pattern of two or more bytes.
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

/** A line feed is its own byte in every encoding used here but UTF-16, where the line is a guess. */
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
