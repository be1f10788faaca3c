import { expect, test } from 'vitest';
import { type PlanogramFileFormat, parsePlanogram } from './parse-planogram.ts';
import { sampleAzure, sampleGondola } from './sample-files.ts';

export type BrokenFile = [
  what: string,
  format: PlanogramFileFormat,
  content: string,
  path: string,
  code: string,
  message: RegExp,
];

/** One test a file: its problem is told with path, code and words, and nothing is imported. */
export function testRefusals(brokenFiles: BrokenFile[]): void {
  test.each(brokenFiles)(
    '%s is refused and nothing is imported (%s)',
    (_, format, content, path, code, message) => {
      const result = parsePlanogram(format, content);
      if (!('problems' in result)) throw new Error('it was imported');
      expect(result.problems).toContainEqual({ path, code, message: expect.stringMatching(message) });
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
