import { parseArgs } from 'node:util';
import type { Drill, DrillReport } from './drill.ts';
import { drills } from './drills.ts';
import { assertReplacementsUsed } from './inject/replace-exports.ts';

const usage = `npm run drill -- NAME|all [--json] [--full] [--seed N] [--mutant NAME [--expect-red]]

${drills.map((d) => `  ${d.name}: ${d.about}\n    mutants: ${Object.keys(d.mutants).join(', ') || 'none'}`).join('\n')}`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string' },
    /** Succeeds only when the drill reports the finding that the mutant's missing defence causes. */
    'expect-red': { type: 'boolean', default: false },
  },
});
const mutant = values.mutant ?? null;
const chosen = drills.filter((d) => positionals[0] === 'all' || positionals[0] === d.name);
const [first] = chosen;
if (!first) {
  console.error(usage);
  process.exit(2);
}
if (mutant !== null && (chosen.length > 1 || !(mutant in first.mutants))) {
  console.error(`${first.name} has no mutant ${mutant}.\n${usage}`);
  process.exit(2);
}

const reports: DrillReport[] = [];
for (const drill of chosen) {
  const report = await runDrill(drill);
  reports.push(report);
  if (!values.json) print(report);
}
if (values.json) console.log(JSON.stringify(reports.length === 1 ? reports[0] : reports));
process.exit(reports.every(isAsExpected) ? 0 : 1);

async function runDrill(drill: Drill): Promise<DrillReport> {
  // A loaded module cannot be changed any more, so the mutant is loaded before the drill.
  const module = mutant === null ? undefined : drill.mutants[mutant]?.module;
  if (module !== undefined && drill.mutantsIn === 'drill')
    await import(new URL(module, import.meta.url).href);
  const { run } = await drill.load();
  assertReplacementsUsed();
  return run({
    drill,
    size: values.full ? 'full' : 'small',
    seed: Number(values.seed),
    mutant,
    progress: (message) => console.error(`${drill.name}: ${message}`),
  });
}

function isAsExpected({ held, findings }: DrillReport): boolean {
  const turnsRed = mutant === null ? undefined : first?.mutants[mutant]?.turnsRed;
  if (!values['expect-red'] || turnsRed === undefined) return held;
  if (findings.some((finding) => turnsRed.test(finding))) return true;
  console.error(
    `Without ${mutant} no finding matches ${turnsRed}: the drill does not detect the missing defence.`,
  );
  return false;
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
  if (report.control !== null) console.log(`  control run: ${report.control ? 'held' : 'DID NOT HOLD'}`);
  for (const finding of report.findings) console.log(`  - ${finding}`);
  console.log(`  ${report.held ? 'held' : 'DID NOT HOLD'}`);
}
