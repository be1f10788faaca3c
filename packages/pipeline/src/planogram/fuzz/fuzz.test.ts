import { expect, test } from 'vitest';
import { tryMutations } from './try-mutations.testing.ts';

/** `scripts/fuzz-planograms.ts` tries 20,000. */
const mutations = 500;
/** A read of some kilobytes takes a millisecond; a machine with other work may take a hundred times that. */
const maxCpuMs = 2_000;

test('random changes of valid files are imported or refused in words, within their time', () => {
  const trials = [...tryMutations(mutations, 1)];
  expect(trials.flatMap(({ faults }) => faults)).toEqual([]);
  expect(Math.max(...trials.map(({ cpuMs }) => cpuMs))).toBeLessThan(maxCpuMs);
  expect(new Set(trials.map(({ outcome }) => outcome)).size).toBe(2);
});
