import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateDetections, evaluateTier3, type GoldenReport } from './golden-set.ts';
import { evaluateSimulated, type SimulatedReport } from './simulated-set.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.GONDOLA_REAL_DATA ?? '../shared/data' },
    simulated: { type: 'string', default: '30' },
    'first-seed': { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});

const golden = 'azure-shelf-planogram';
const sets: Record<string, GoldenReport | SimulatedReport> = {};
const goldenDir = join(values.data, golden);
if (existsSync(goldenDir)) {
  sets[`${golden}/detections`] = await evaluateDetections(goldenDir);
  sets[`${golden}/tier3`] = await evaluateTier3(goldenDir);
} else console.error(`${golden}: skipped: no real data in ${values.data}`);

const captures = Number(values.simulated);
if (captures > 0)
  sets['simulated/tier3'] = await evaluateSimulated(captures, Number(values['first-seed']), (done) => {
    if (done % 10 === 0) console.error(`simulated/tier3: ${done} of ${captures} captures`);
  });

if (values.json) console.log(JSON.stringify({ sets }));
else for (const [name, report] of Object.entries(sets)) print(name, report);

function print(name: string, report: GoldenReport | SimulatedReport): void {
  console.log(
    `\n${name}: ${report.right} of ${report.positions} positions right, ${report.msPerPhoto} ms a photo`,
  );
  for (const [verdict, { precision, recall, n }] of Object.entries(report.perVerdict))
    console.log(`  ${verdict.padEnd(16)} precision ${show(precision)}  recall ${show(recall)}  n ${n}`);
  if ('wrong' in report) {
    console.log(`  strict rate ${report.strictRate}, score ${report.score}, coverage ${report.coverage}`);
    for (const { position, truth, said } of report.wrong)
      console.log(`  position ${position}: is ${truth}, said ${said}`);
  } else {
    console.log(
      `  tier alone ${report.tierCpuMsPerPhoto} ms of one core; mean score error ${show(report.meanScoreError)}, not placed ${report.unplaced} of ${report.captures}`,
    );
    for (const [truth, row] of Object.entries(report.confusion))
      for (const [said, count] of Object.entries(row))
        if (said !== truth) console.log(`  ${truth} taken for ${said}: ${count}`);
  }
}

function show(rate: number | null): string {
  return rate === null ? '-' : rate.toFixed(4);
}
