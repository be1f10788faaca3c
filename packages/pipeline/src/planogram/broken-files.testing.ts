import { expect, test } from 'vitest';
import type { ParseOptions, PlanogramFileFormat } from './formats/planogram-format.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { sampleAzure, sampleGondola } from './sample-files.testing.ts';
import {
  type Rows,
  sampleCsv,
  samplePsa,
  samplePtsV1,
  samplePtsV2,
  writeCsv,
  writePsa,
  writePts,
} from './sample-rows.testing.ts';

export type BrokenFile = [
  what: string,
  format: PlanogramFileFormat,
  content: string | Uint8Array,
  path: string,
  code: string,
  message: RegExp,
  options?: ParseOptions,
];

/** Text of an unhandled error, which no problem may contain. */
const machineWords = /undefined|NaN|\[object|TypeError|RangeError|Infinity|\bat .*:\d+:\d+/;

/** Declares one test a file: its problem has the path, the code and the message, and no planogram is imported. */
export function testRefusals(brokenFiles: BrokenFile[]): void {
  test.each(brokenFiles)(
    '%s is refused without an import (%s)',
    (_, format, content, path, code, message, options = {}) => {
      const result = parsePlanogram(format, content, options);
      if (!('problems' in result)) throw new Error('it was imported');
      expect(result.problems).toContainEqual({ path, code, message: expect.stringMatching(message) });
      for (const problem of result.problems) expect(problem.message).not.toMatch(machineWords);
      expect(result).not.toHaveProperty('planogram');
    },
  );
}

/** Any part of a file, so that a test can write any value there. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the format forbids
type Anything = any;

/** Returns the sample file with one change. */
export function azure(change: (file: Anything) => void): string {
  const file = sampleAzure();
  change(file);
  return JSON.stringify(file);
}

export function gondola(change: (file: Anything) => void): string {
  const file = sampleGondola();
  change(file);
  return JSON.stringify(file);
}

export const csv = (change: (rows: Rows) => void, separator = ',') =>
  writeCsv(changed(sampleCsv(), change), separator);
export const psa = (change: (rows: Rows) => void) => writePsa(changed(samplePsa(), change));
export const ptsV1 = (change: (rows: Rows) => void) => writePts(changed(samplePtsV1(), change));
export const ptsV2 = (change: (rows: Rows) => void) => writePts(changed(samplePtsV2(), change));

function changed(rows: Rows, change: (rows: Rows) => void): Rows {
  change(rows);
  return rows;
}

/** Returns the row of a line, for changes or copies. */
export function row(rows: Rows, line: number): string[] {
  const found = rows[line - 1];
  if (found === undefined) throw new Error(`the sample has no line ${line}`);
  return found;
}

/** Writes a value into a column of the table whose header is in `headerLine`. */
export function put(rows: Rows, line: number, column: string, value: string, headerLine = 1): void {
  const index = row(rows, headerLine).indexOf(column);
  if (index === -1) throw new Error(`the sample has no column ${column}`);
  row(rows, line)[index] = value;
}

/** Values that no number column accepts, with the message of the refusal. */
export const noNumbers: [what: string, value: string, message: RegExp][] = [
  ['a word', 'wide', /has to be a number, not “wide”/],
  ['two numbers', '1 2', /has to be a number, not “1 2”/],
  ['a number beyond all bays', '1e9', /is larger than any bay/],
];
