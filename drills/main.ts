import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { apiKills } from './api-kills/api-kills.ts';
import { batchKills } from './batch-kills/batch-kills.ts';
import { cloudOutage } from './cloud-outage/cloud-outage.ts';
import type { Drill, DrillReport } from './drill.ts';
import { images } from './images/images.ts';
import { lostCommit } from './lost-commit/lost-commit.ts';
import { simulatedFleet } from './simulated-fleet/simulated-fleet.ts';
import { ssrf } from './ssrf/ssrf.ts';
import { tiersDown } from './tiers-down/tiers-down.ts';
import { uploads } from './uploads/uploads.ts';
import { versionRaces } from './version-races/version-races.ts';
import { workerKills } from './worker-kills/worker-kills.ts';

const drills: Drill[] = [
  workerKills,
  apiKills,
  lostCommit,
  uploads,
  ssrf,
  simulatedFleet,
  images,
  cloudOutage,
  tiersDown,
  batchKills,
  versionRaces,
];

const usage = `npm run drill -- NAME|all [--json] [--full] [--seed N] [--mutant NAME]

${drills.map((d) => `  ${d.name}: ${d.about}\n    mutants: ${Object.keys(d.mutants).join(', ') || 'none'}`).join('\n')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string' },
  },
});
const chosen = drills.filter((d) => positionals[0] === 'all' || positionals[0] === d.name);
if (chosen.length === 0) {
  console.error(usage);
  process.exit(2);
}

const reports: DrillReport[] = [];
for (const drill of chosen) {
  const mutant = values.mutant ?? null;
  if (mutant !== null && !(mutant in drill.mutants)) {
    console.error(`${drill.name} has no mutant ${mutant}.\n${usage}`);
    process.exit(2);
  }
  if (mutant !== null && drill.mutantsIn === 'drill' && !process.execArgv.includes('--import'))
    startAgainWith(drill.mutants[mutant] ?? '');
  const report = await drill.run({
    size: values.full ? 'full' : 'small',
    seed: Number(values.seed),
    mutant,
    progress: (message) => console.error(`${drill.name}: ${message}`),
  });
  reports.push(report);
  if (!values.json) print(report);
}
if (values.json) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports));
process.exit(reports.every((r) => r.held) ? 0 : 1);

/** A module that is loaded already cannot be changed any more: the same command once more, with the mutant first. */
function startAgainWith(module: string): never {
  const again = spawnSync(
    process.execPath,
    ['--import', new URL(module, import.meta.url).href, ...process.argv.slice(1)],
    { stdio: 'inherit' },
  );
  process.exit(again.status ?? 1);
}

function print(report: DrillReport): void {
  const list = (record: Record<string, number>) =>
    Object.entries(record)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  console.log(
    `${report.drill} (${report.size}, seed ${report.seed}${report.mutant ? `, without ${report.mutant}` : ''})`,
  );
  console.log(`  faults: ${list(report.faults)}`);
  console.log(`  figures: ${list(report.figures)}`);
  console.log(`  control run: ${report.control ? 'held' : 'DID NOT HOLD'}`);
  for (const finding of report.findings) console.log(`  - ${finding}`);
  console.log(`  ${report.held ? 'held' : 'DID NOT HOLD'}`);
}
