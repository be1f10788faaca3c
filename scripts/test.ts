import { checksOf, isPart } from './checks/checks.ts';
import { runCheck } from './checks/run-check.ts';
import { inWords, sum, type Tally } from './checks/tally.ts';

/**
 * `npm test` (everything), `npm run verify` (all but the browser), `test:unit`, `test:e2e`. Goes on after a failure, so
 * that one run shows all of them. Further arguments of `test:unit` and `test:e2e` reach their tool.
 */
const [word = 'all', ...moreArgs] = process.argv.slice(2);
if (!isPart(word)) {
  console.error(`Unknown part "${word}": one of all, verify, unit, e2e.`);
  process.exit(2);
}

const tallies: Tally[] = [];
for (const check of checksOf(word)) {
  tallies.push(await runCheck(check, word === 'unit' || word === 'e2e' ? moreArgs : []));
}
const total = sum(tallies);
console.log(`\n${inWords(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
