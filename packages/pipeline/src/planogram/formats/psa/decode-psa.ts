import { type Problem, writeCell } from '../problem.ts';
import { decodeText } from '../text/decode-text.ts';

/** Names in the encoding standard of numbered code pages; the other code pages are `windows-` and the number. */
const codePages: Readonly<Record<string, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
  28591: 'windows-1252',
};

/** Decodes a ProSpace file by the code page of its third line (`; Codepage=1252`). */
export function decodePsa(
  content: string | Uint8Array,
): { text: string; notes: string[] } | { problem: Problem } {
  const declared = findCodePage(content);
  const encoding = declared === null ? 'windows-1252' : encodingOf(declared.codePage);
  if (encoding === null) {
    return {
      problem: {
        path: writeCell(declared?.line ?? 1),
        code: 'FIELD_INVALID',
        message: `The code page “${declared?.codePage}” is not known; save the file as UTF-8 or Windows-1252.`,
      },
    };
  }
  const decoding = decodeText(content, encoding);
  if ('problem' in decoding) return decoding;
  const { text, encoding: found } = decoding.decoded;
  // A file that names no code page is in the usual one, or in UTF-8 as its bytes prove.
  const isOther = declared !== null && found !== null && found !== encoding && /[^\p{ASCII}]/u.test(text);
  return {
    text,
    notes: isOther ? [`The file says code page ${declared?.codePage}, but is ${found}; read as that.`] : [],
  };
}

function findCodePage(content: string | Uint8Array): { codePage: string; line: number } | null {
  const head =
    typeof content === 'string'
      ? content.slice(0, 1000)
      : new TextDecoder('windows-1252').decode(content.subarray(0, 1000));
  for (const [index, line] of head.split(/\r\n|\n|\r/).entries()) {
    const codePage = /;\s*code\s*page\s*=\s*([\w-]+)/i.exec(line)?.[1];
    if (codePage !== undefined) return { codePage, line: index + 1 };
  }
  return null;
}

function encodingOf(codePage: string): string | null {
  const label = codePages[codePage] ?? (/^\d+$/.test(codePage) ? `windows-${codePage}` : codePage);
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
