import { planogramLimits } from '../limits.ts';
import { type Problem, wholeFile, writeCell } from '../problem.ts';

/** Checks a file of lines: not too large, not empty, and without characters that cannot be stored. Returns null if valid. */
export function checkText(text: string, byteLength: number): Problem | null {
  if (byteLength > planogramLimits.fileBytes) return tooLarge(wholeFile, byteLength);
  if (text.trim() === '') return { path: wholeFile, code: 'ROW_INVALID', message: 'The file is empty.' };
  if (text.isWellFormed() && !text.includes('\u0000')) return null;
  const line = text.split('\n').findIndex((row) => !row.isWellFormed() || row.includes('\u0000')) + 1;
  return {
    path: writeCell(line),
    code: 'TEXT_INVALID',
    message: `Line ${line} holds a NUL character or half a surrogate pair.`,
  };
}

export function tooLarge(path: string, byteLength: number): Problem {
  const mb = (bytes: number) => bytes / 1024 / 1024;
  return {
    path,
    code: 'FILE_TOO_LARGE',
    message: `The file has ${mb(byteLength).toFixed(1)} MB; at most ${mb(planogramLimits.fileBytes)} MB can be imported.`,
  };
}
