import { expect, test } from 'vitest';
import { type ParseOptions, type PlanogramFileFormat, parsePlanogram } from './parse-planogram.ts';
import { sampleAzure, sampleGondola } from './sample-files.ts';
import {
  type Rows,
  sampleCsv,
  samplePsa,
  samplePtsV1,
  samplePtsV2,
  writeCsv,
  writePsa,
  writePts,
} from './sample-rows.ts';

export type BrokenFile = [
  what: string,
  format: PlanogramFileFormat,
  content: string | Uint8Array,
  path: string,
  code: string,
  message: RegExp,
  options?: ParseOptions,
];

/** What a program says when nobody thought of the case. */
const machineWords = /undefined|NaN|\[object|TypeError|RangeError|Infinity|\bat .*:\d+:\d+/;

/** One test a file: its problem is told with path, code and words, and nothing is imported. */
export function testRefusals(brokenFiles: BrokenFile[]): void {
  test.each(brokenFiles)(
    '%s is refused and nothing is imported (%s)',
    (_, format, content, path, code, message, options = {}) => {
      const result = parsePlanogram(format, content, options);
      if (!('problems' in result)) throw new Error('it was imported');
      expect(result.problems).toContainEqual({ path, code, message: expect.stringMatching(message) });
      for (const problem of result.problems) expect(problem.message).not.toMatch(machineWords);
      expect(result).not.toHaveProperty('planogram');
    },
  );
}

/** Any place in a file, to put anything there. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the format forbids
type Anything = any;

/** The sample file with something wrong in it. */
export function azure(bend: (file: Anything) => void): string {
  const file = sampleAzure();
  bend(file);
  return JSON.stringify(file);
}

export function gondola(bend: (file: Anything) => void): string {
  const file = sampleGondola();
  bend(file);
  return JSON.stringify(file);
}

export const csv = (bend: (rows: Rows) => void, separator = ',') =>
  writeCsv(bent(sampleCsv(), bend), separator);
export const psa = (bend: (rows: Rows) => void) => writePsa(bent(samplePsa(), bend));
export const ptsV1 = (bend: (rows: Rows) => void) => writePts(bent(samplePtsV1(), bend));
export const ptsV2 = (bend: (rows: Rows) => void) => writePts(bent(samplePtsV2(), bend));

function bent(rows: Rows, bend: (rows: Rows) => void): Rows {
  bend(rows);
  return rows;
}

/** The row of a line, to change or to copy. */
export function row(rows: Rows, line: number): string[] {
  const found = rows[line - 1];
  if (found === undefined) throw new Error(`the sample has no line ${line}`);
  return found;
}

/** Writes another value under a column of the table whose header is in `headerLine`. */
export function put(rows: Rows, line: number, column: string, value: string, headerLine = 1): void {
  const index = row(rows, headerLine).indexOf(column);
  if (index === -1) throw new Error(`the sample has no column ${column}`);
  row(rows, line)[index] = value;
}

/** A value that no number column takes, and how its refusal reads. */
export const noNumbers: [what: string, value: string, message: RegExp][] = [
  ['a word', 'wide', /has to be a number, not “wide”/],
  ['two numbers', '1 2', /has to be a number, not “1 2”/],
  ['a number beyond all bays', '1e9', /is larger than any bay/],
];
