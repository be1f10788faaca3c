import { type Problem, wholeFile, writeCell } from '../problem.ts';
import { type Decoded, decodeText } from './decode-text.ts';
import { decodeStrictly, detectEncoding, type TableEncoding } from './detect-encoding.ts';

/** How people call the encodings that programs of old save in. */
const titles: Partial<Record<TableEncoding, string>> = {
  'utf-16le': 'UTF-16 without a mark',
  'utf-16be': 'UTF-16 without a mark',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  shift_jis: 'Shift_JIS (code page 932)',
};

/**
 * Decodes a table: in the chosen encoding, else by its mark, else as its bytes prove. Returns a problem that names the choices
 * where the bytes decide nothing, and notes for an encoding that was told from the bytes.
 */
export function decodeTable(
  content: string | Uint8Array,
  chosen: TableEncoding | undefined,
): { decoded: Decoded; notes: string[] } | { problem: Problem } {
  if (typeof content === 'string' || hasMark(content)) {
    const marked = decodeText(content, 'utf-8');
    return 'problem' in marked ? marked : { ...marked, notes: [] };
  }
  const detected = chosen === undefined ? detectEncoding(content) : { encoding: chosen };
  if ('candidates' in detected) {
    const [first, ...others] = detected.candidates.map(({ encoding, word }) => `“${word}” in ${encoding}`);
    return {
      problem: {
        path: writeCell(detected.line),
        code: 'ENCODING_UNCLEAR',
        message: `The file is not UTF-8, and its letters do not tell its encoding: line ${detected.line} has ${[first, ...others].join(', ')}. Say which encoding it is, or save the file as UTF-8.`,
      },
    };
  }
  const { encoding } = detected;
  const text = decodeStrictly(encoding, content);
  if (text === null) {
    return {
      problem: {
        path: wholeFile,
        code: 'TEXT_INVALID',
        message: `The file holds bytes that are no text in the encoding ${encoding}; save the file as UTF-8.`,
      },
    };
  }
  const title = titles[encoding];
  const isTold = title !== undefined && chosen === undefined;
  return {
    decoded: { text, encoding },
    notes: isTold ? [`The file is not UTF-8; it is read as ${title}.`] : [],
  };
}

const hasMark = ([first, second, third]: Uint8Array) =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first === 0xef && second === 0xbb && third === 0xbf);
