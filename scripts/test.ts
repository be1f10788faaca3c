import { spawnSync } from 'node:child_process';
import { checksOf, isPart, parts, root } from './checks/checks.ts';
import { runCheck } from './checks/run-check.ts';
import { runInLanes } from './checks/run-in-lanes.ts';
import { inWords, sum, withoutSkips } from './checks/tally.ts';

/**
 * `npm test` (everything) and its parts by name. Goes on after a failure, so that one run shows all of them. Further
 * arguments of `test:unit` and `test:e2e` reach their tool. In CI a test that is skipped has failed.
 */
const [word = 'all', ...moreArgs] = process.argv.slice(2);
if (!isPart(word)) {
  console.error(`Unknown part "${word}": one of ${parts.join(', ')}.`);
  process.exit(2);
}

/** What keeps two cores busy: most checks wait for processes and clocks as much as they compute. */
const lanes = 2;
const checks = checksOf(word, word === 'changed' ? forkOfMain() : undefined);
const startedAt = Date.now();
const tallies = await runInLanes(checks, lanes, (check) =>
  runCheck(check, { isShown: checks.length === 1, moreArgs: checks.length === 1 ? moreArgs : [] }),
);
const inCi = process.env.CI === 'true';
const total = inCi ? withoutSkips(sum(tallies)) : sum(tallies);
console.log(`\n${((Date.now() - startedAt) / 60_000).toFixed(1)} minutes`);
console.log(inWords(total));
process.exitCode = total.failed === 0 ? 0 : 1;

/** The last commit that this branch shares with main; on main itself, the newest commit. */
function forkOfMain(): string {
  const { stdout, status } = spawnSync('git', ['merge-base', 'HEAD', 'main'], {
    cwd: root,
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : 'HEAD';
}
