import type { PlanogramFileFormat } from '../parse-planogram.ts';
import { findSeparator } from './csv/find-separator.ts';
import { psaFirstLine } from './psa/read-records.ts';
import { ptsFirstCell } from './pts/read-file.ts';
import { decodeText } from './text/decode-text.ts';

/** Enough for a header of every format. */
const headBytes = 8_192;
/** Fewer of our columns stand in the first line of many a text by chance. */
const plainColumns = 3;

/** What a file plainly is by how it begins, or null. */
export function guessFormat(content: string | Uint8Array): PlanogramFileFormat | null {
  const text = headOf(content, 'windows-1252').trimStart();
  if (text.startsWith(psaFirstLine)) return 'psa';
  if (headOf(content, 'shift_jis').trimStart().replace(/^"/, '').startsWith(ptsFirstCell)) return 'pts';
  if (text.startsWith('{')) return guessJson(text);
  return findSeparator(text).columns >= plainColumns ? 'csv' : null;
}

/** The end of the head may cut a letter in two, so this reads up to the last line feed only, if there is one. */
function headOf(content: string | Uint8Array, usual: string): string {
  if (typeof content === 'string') return content.slice(0, headBytes).replace(/^\uFEFF/, '');
  const head = content.subarray(0, headBytes);
  const feed = head.lastIndexOf(0x0a);
  const whole = content.length > headBytes && feed > 0 ? head.subarray(0, feed) : head;
  const decoding = decodeText(whole, usual);
  return 'problem' in decoding ? new TextDecoder('windows-1252').decode(whole) : decoding.decoded.text;
}

function guessJson(text: string): PlanogramFileFormat | null {
  if (/"format"\s*:\s*"gondola-planogram/.test(text)) return 'gondola';
  const azure = /"(planogram|fixtures|products|positions)"\s*:/i;
  return azure.test(text) && !/"(sku|widthMm)"\s*:/.test(text) ? 'azure' : null;
}
