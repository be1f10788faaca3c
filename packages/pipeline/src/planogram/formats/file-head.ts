import { decodeTable } from './text/decode-table.ts';
import { decodeText } from './text/decode-text.ts';

/** The beginning of a file, for recognising its format. */
export interface FileHead {
  /** Returns the text from its first visible character on; `usualEncoding` counts for bytes without a mark of their own; without it the bytes tell their encoding. */
  text(usualEncoding?: string): string;
}

/** Enough for a header of every format. */
const headBytes = 8_192;

/** Reads the first 8 KiB of a file. They may cut a letter in two, so bytes count up to the last line feed, if there is one. */
export function readFileHead(content: string | Uint8Array): FileHead {
  return {
    text: (usualEncoding) => decodeHead(content, usualEncoding).trimStart(),
  };
}

function decodeHead(content: string | Uint8Array, usualEncoding: string | undefined): string {
  if (typeof content === 'string') return content.slice(0, headBytes).replace(/^\uFEFF/, '');
  const head = content.subarray(0, headBytes);
  const feed = head.lastIndexOf(0x0a);
  const whole = content.length > headBytes && feed > 0 ? head.subarray(0, feed) : head;
  const decoding =
    usualEncoding === undefined ? decodeTable(whole, undefined) : decodeText(whole, usualEncoding);
  return 'problem' in decoding ? new TextDecoder('windows-1252').decode(whole) : decoding.decoded.text;
}
