import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluateDetections, evaluateTier3, type GoldenReport } from './golden-set.ts';
import { evaluateSimulated, type SimulatedReport } from './simulated-set.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.GONDOLA_REAL_DATA ?? '../shared/data' },
    simulated: { type: 'string', default: '30' },
    json: { type: 'boolean', default: false },
  },
});

const golden = 'azure-shelf-planogram';
const sets: Record<string, GoldenReport | SimulatedReport> = {};
const goldenDir = join(values.data, golden);
if (existsSync(goldenDir)) {
  sets[`${golden}/detections`] = await evaluateDetections(goldenDir);
  sets[`${golden}/tier3`] = await evaluateTier3(goldenDir);
} else 

const captures = Number(values.simulated);
if (captures > 0)
  sets['simulated/tier3'] = await evaluateSimulated(captures, (done) => {
    if (done % 10 === 0) 
  });

if (values.json) 
else for (const [name, report] of Object.entries(sets)) print(name, report);

function print(_name: string, report: GoldenReport | SimulatedReport): void {
  for (const [_verdict, { precision, recall, n }] of Object.entries(report.perVerdict))
  if ('wrong' in report) {
    for (const { position, truth, said } of report.wrong)
  } else {
    for (const { truth, said, count } of report.mistakes)
  }
}
