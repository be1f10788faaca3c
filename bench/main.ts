import { parseArgs } from 'node:util';
import type { Benchmark, BenchmarkReport } from './benchmark.ts';
import { inferenceBench } from './inference/inference-bench.ts';
import { intakeBench } from './intake/intake-bench.ts';
import { masterDataBench } from './master-data/master-data-bench.ts';
import { pipelineBench } from './pipeline/pipeline-bench.ts';
import { preprocessBench } from './preprocess/preprocess-bench.ts';

const benchmarks: Benchmark[] = [
  inferenceBench,
  intakeBench,
  masterDataBench,
  pipelineBench,
  preprocessBench,
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const bench = benchmarks.find(({ name }) => name === positionals[0]);
if (!bench) {
  console.error(`npm run bench -- NAME [--json]\n`);
  for (const { name, about } of benchmarks) console.error(`  ${name}: ${about}`);
  process.exit(2);
}
const report = await bench.run((message) => console.error(`${bench.name}: ${message}`));
if (values.json) console.log(JSON.stringify(report));
else print(report);
// A missed goal is a result, not a failure of the run.
process.exit(0);

function print({ bench: name, machine, ratios, figures, goals, goalsMet }: BenchmarkReport): void {
  console.log(`${name} on ${machine}`);
  for (const [label, numbers] of Object.entries({ ratios, figures }))
    for (const [key, value] of Object.entries(numbers)) {
      const goal = goals[key];
      const aim = goal ? ` (goal: ${'max' in goal ? `at most ${goal.max}` : `at least ${goal.min}`})` : '';
      console.log(`  ${label.slice(0, -1).padEnd(7)} ${key.padEnd(28)} ${value}${aim}`);
    }
  console.log(`  ${goalsMet ? 'every goal is met' : 'a goal is missed'}`);
}
