import { planogramLimits } from './limits.ts';
import type { Parsed } from './planogram-format.ts';
import type { Problem } from './problem.ts';
import { scanJson } from './scan-json.ts';
import { tooLarge } from './text/check-text.ts';
import { decodeText } from './text/decode-text.ts';

/** Reads the file's JSON value, or returns a problem. A byte order mark is accepted. */
export function readJson(content: string | Uint8Array): { value: unknown } | { problem: Problem } {
  const bytes = Buffer.byteLength(content);
  if (bytes > planogramLimits.fileBytes) return { problem: tooLarge('$', bytes) };
  // JSON is UTF-8 by its standard; another encoding is reported as a mistake.
  const decoding = decodeText(content, 'utf-8');
  if ('problem' in decoding) return { problem: { ...decoding.problem, path: '$' } };
  const { text } = decoding.decoded;
  if (text.trim() === '') {
    return { problem: { path: '$', code: 'JSON_INVALID', message: 'The file is empty.' } };
  }
  const problem = scanJson(text);
  return problem === null ? { value: JSON.parse(text) as unknown } : { problem };
}

/** Parses the file's JSON value with `parse`, or returns why the file is no JSON. */
export function parseJsonWith(content: string | Uint8Array, parse: (file: unknown) => Parsed): Parsed {
  const json = readJson(content);
  return 'problem' in json ? { problems: [json.problem] } : parse(json.value);
}
