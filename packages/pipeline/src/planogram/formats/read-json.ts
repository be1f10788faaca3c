import { planogramLimits } from './limits.ts';
import type { Problem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { tooLarge } from './text/check-text.ts';
import { decodeText } from './text/decode-text.ts';

/** The file's JSON value, or why there is none. A byte order mark is let through. */
export function readJson(content: string | Uint8Array): { value: unknown } | { problem: Problem } {
  const bytes = Buffer.byteLength(content);
  if (bytes > planogramLimits.fileBytes) return { problem: tooLarge('$', bytes) };
  // JSON is UTF-8 by its standard; another encoding is a mistake worth telling.
  const decoding = decodeText(content, 'utf-8');
  if ('problem' in decoding) return { problem: { ...decoding.problem, path: '$' } };
  const { text } = decoding.decoded;
  if (text.trim() === '') {
    return { problem: { path: '$', code: 'JSON_INVALID', message: 'The file is empty.' } };
  }
  const problem = scanJson(text);
  return problem === null ? { value: JSON.parse(text) as unknown } : { problem };
}
