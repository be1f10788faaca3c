/** How a check went, in tests: a check without tests of its own is one test. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** In CI nothing may be missing that a test needs: what was skipped there has failed. */
export const withoutSkips = ({ passed, failed, skipped }: Tally): Tally => ({
  passed,
  failed: failed + skipped,
  skipped: 0,
});

export const inWords = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A run that ended badly with no failed test to show for it (a crash, an error outside any test) is one failure. */
const withExit = (tally: Tally, exitCode: number | null): Tally =>
  exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;

export const ofExit = (exitCode: number | null): Tally =>
  exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

/** Counts in the report of Vitest's JSON reporter. A file that could not be loaded is one failure. */
export function ofVitest(report: unknown, exitCode: number | null): Tally {
  const { testResults } = report as {
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    for (const { status } of file.assertionResults) {
      if (status === 'passed') tally.passed += 1;
      else if (status === 'failed') tally.failed += 1;
      else tally.skipped += 1; // skipped, pending, todo
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
      tally.failed += 1;
  }
  return withExit(tally, exitCode);
}

/** Counts in the report of Playwright's JSON reporter. A test that passed at a second try has passed. */
export function ofPlaywright(report: unknown, exitCode: number | null): Tally {
  const { stats } = report as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  return withExit(
    { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
    exitCode,
  );
}
