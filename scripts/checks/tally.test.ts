import { expect, test } from 'vitest';
import { inWords, ofPlaywright, ofVitest, sum, withoutSkips } from './tally.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test('a file that could not be loaded counts as a failure, though it has no tests', () => {
  const report = { testResults: [file('passed', 'passed', 'skipped', 'todo'), file('failed')] };
  expect(ofVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 2 });
});

test('a run that ends badly without a failed test is a failure', () => {
  const report = { testResults: [file('passed', 'passed')] };
  expect(ofVitest(report, 0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
  expect(ofVitest(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  const stats = { expected: 2, unexpected: 0, flaky: 1, skipped: 4 };
  expect(ofPlaywright({ stats }, null)).toEqual({ passed: 3, failed: 1, skipped: 4 });
});

test('the last line adds everything up', () => {
  expect(
    inWords(
      sum([
        ofVitest({ testResults: [file('failed', 'failed', 'passed')] }, 1),
        ofPlaywright({ stats: { expected: 1, unexpected: 2, flaky: 0, skipped: 3 } }, 1),
      ]),
    ),
  ).toBe('2 passed, 3 failed, 3 skipped');
});

test('where a skip is a failure, every skipped test counts as one', () => {
  expect(inWords(withoutSkips({ passed: 7, failed: 1, skipped: 2 }))).toBe('7 passed, 3 failed, 0 skipped');
});
