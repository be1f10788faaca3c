import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ordinaryRates, untidyRates } from '@gondola/simulator';
import { noErrors, usualErrors } from './detect-units.ts';
import { evaluateDetected } from './detected-set.ts';
import { evaluateDetections, evaluateTier3 } from './golden-set.ts';
import { printReport, type Report } from './print-report.ts';
import { evaluateSilentDrift } from './silent-drift-set.ts';
import { evaluateSimulated } from './simulated-set.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: process.env.GONDOLA_REAL_DATA ?? '../shared/data' },
    /** Captures that are rendered and judged by tier 3: about a second each. */
    simulated: { type: 'string', default: '30' },
    /** Captures of which only the detections are made: a few milliseconds each. */
    detected: { type: 'string', default: '1000' },
    /** Shelves that follow another version, and as many that do not. */
    drifted: { type: 'string', default: '500' },
    'first-seed': { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
  },
});

const golden = 'azure-shelf-planogram';
const sets: Record<string, Report> = {};
const goldenDir = join(values.data, golden);
if (existsSync(goldenDir)) {
  sets[`${golden}/detections`] = await evaluateDetections(goldenDir);
  sets[`${golden}/tier3`] = await evaluateTier3(goldenDir);
} else console.error(`${golden}: skipped: no real data in ${values.data}`);

const firstSeed = Number(values['first-seed']);
const detected = Number(values.detected);
if (detected > 0) {
  for (const [suffix, rates] of [
    ['', ordinaryRates],
    ['-untidy', untidyRates],
  ] as const) {
    sets[`simulated/exact-detections${suffix}`] = evaluateDetected(detected, firstSeed, noErrors, rates);
    sets[`simulated/degraded-detections${suffix}`] = evaluateDetected(
      detected,
      firstSeed,
      usualErrors,
      rates,
    );
    console.error(`simulated/exact-detections and degraded-detections${suffix}: ${detected} captures each`);
  }
}
const drifted = Number(values.drifted);
if (drifted > 0) {
  sets['simulated/silent-drift'] = evaluateSilentDrift(drifted, firstSeed);
  sets['simulated/silent-drift-shown-plan'] = evaluateSilentDrift(drifted, firstSeed, 'THROUGH_PLAN');
  console.error(`simulated/silent-drift and silent-drift-shown-plan: ${drifted} captures of each kind`);
}

const captures = Number(values.simulated);
if (captures > 0)
  sets['simulated/tier3'] = await evaluateSimulated(captures, firstSeed, (done) => {
    if (done % 10 === 0) console.error(`simulated/tier3: ${done} of ${captures} captures`);
  });

if (values.json) console.log(JSON.stringify({ sets }));
else for (const [name, report] of Object.entries(sets)) printReport(name, report);
