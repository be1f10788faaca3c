import { seededRandom } from '@gondola/testkit/seeded-random';
import fc from 'fast-check';
import { exportText } from '../export-formats.ts';
import { type PlanogramFileFormat, planogramFileFormats } from '../formats/planogram-format.ts';
import { parsePlanogram } from '../parse-planogram.ts';
import { randomPlanogram } from '../random-planogram.testing.ts';
import { mutateFile } from './mutate-file.testing.ts';

export interface Trial {
  format: PlanogramFileFormat;
  outcome: 'imported' | 'refused';
  /** Processor time of the read. */
  cpuMs: number;
  /** What is wrong with the answer; empty for a right one. */
  faults: string[];
}

/** Text of an unhandled error, which no problem may contain. */
const machineWords = /undefined|NaN\b(?!”)|\[object|TypeError|RangeError|\bat .*:\d+:\d+/;
const isPlace = /^(\$|file$|line \d+)/;

/** Reads random changes of valid files of every format, in turn. The same seed gives the same files. */
export function* tryMutations(count: number, seed: number): Generator<Trial> {
  const random = seededRandom(seed);
  const seeds = fc.sample(randomPlanogram, { numRuns: 20, seed }).map(
    ({ planogram, suggested }) =>
      (format: PlanogramFileFormat) =>
        exportText(format, planogram, suggested),
  );
  for (let i = 0; i < count; i++) {
    const format = planogramFileFormats[i % planogramFileFormats.length] ?? 'gondola';
    const write = seeds[Math.floor(random() * seeds.length)];
    if (write === undefined) throw new Error('invariant: no seeds');
    yield tryRead(format, mutateFile(write(format), random));
  }
}

function tryRead(format: PlanogramFileFormat, content: Uint8Array): Trial {
  const start = process.cpuUsage();
  const result = parsePlanogram(format, content);
  const { user, system } = process.cpuUsage(start);
  const trial = { format, cpuMs: (user + system) / 1_000 };
  if (!('problems' in result)) return { ...trial, outcome: 'imported', faults: [] };
  const faults = result.problems.flatMap(({ path, message }) => [
    ...(isPlace.test(path) ? [] : [`no place: ${path}`]),
    ...(/[.:]$/.test(message) ? [] : [`no sentence: ${message}`]),
    ...(machineWords.test(message.replace(/“[^”]*”/gu, '')) ? [`a machine’s words: ${message}`] : []),
  ]);
  if (result.problems.length === 0) faults.push('refused without a problem');
  return { ...trial, outcome: 'refused', faults };
}
