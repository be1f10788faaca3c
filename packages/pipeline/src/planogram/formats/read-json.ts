import { planogramLimits } from './limits.ts';
import type { Problem } from './problem.ts';
import { scanJson } from './scan-json.ts';

/** The file's JSON value, or why there is none. A byte order mark is let through. */
export function readJson(content: string): { value: unknown } | { problem: Problem } {
  const bytes = Buffer.byteLength(content);
  if (bytes > planogramLimits.fileBytes) {
    const limitMb = planogramLimits.fileBytes / 1024 / 1024;
    return {
      problem: {
        path: '$',
        code: 'FILE_TOO_LARGE',
        message: `The file has ${(bytes / 1024 / 1024).toFixed(1)} MB; at most ${limitMb} MB can be imported.`,
      },
    };
  }
  const text = content.replace(/^\uFEFF/, '');
  if (text.trim() === '') {
    return { problem: { path: '$', code: 'JSON_INVALID', message: 'The file is empty.' } };
  }
  const problem = scanJson(text);
  return problem === null ? { value: JSON.parse(text) as unknown } : { problem };
}
