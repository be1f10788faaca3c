import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoWorld, ordinaryRates, secondCatalogue, untidyRates } from '@gondola/simulator';
import { realDataFolder } from '@gondola/testkit/real-data';
import { evaluateDamaged } from './damaged-set.ts';
import { noErrors, usualErrors } from './detect-units.ts';
import { evaluateDetected } from './detected-set.ts';
import { evaluateDetections, evaluateTier3 } from './golden-set.ts';
import { evaluateOccluded } from './occluded-set.ts';
import { evaluatePlacement, type PlacementReport, placementKinds } from './placement-set.ts';
import { printReport, type Report } from './print-report.ts';
import { evaluateSilentDrift } from './silent-drift-set.ts';
import { evaluateMonths } from './simulated-months-set.ts';
import { evaluateSimulated } from './simulated-set.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: realDataFolder },
    /** Captures that are rendered and detected by tier 3: about a second each. */
    simulated: { type: 'string', default: '30' },
    /** Captures with detections only, without a photo: a few milliseconds each. */
    detected: { type: 'string', default: '1000' },
    /** Shelves that follow another version, and the same number that follow the pinned one. */
    drifted: { type: 'string', default: '500' },
    /** Captures, of each catalogue, whose photo is handed in whole with oddities, damaged, and both: about two seconds each. */
    damaged: { type: 'string', default: '10' },
    /** Captures with something in front of the shelf, of each catalogue: about three seconds each. */
    occluded: { type: 'string', default: '10' },
    /** Photos of each wrong view (turned, mirrored, cut, rolled, another bay), of each catalogue: 20 kinds, a few seconds each. */
    placement: { type: 'string', default: '0' },
    /** Quiet months of 48 bays, and the same number in which scores and firmware fall: half a minute each. */
    months: { type: 'string', default: '0' },
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

/** Long runs print their figures so far: one that is cut still shows them. */
const running =
  <T>(name: string, of: number, every: number) =>
  (done: number, soFar: T) => {
    if (done % every === 0) console.error(`${name}: ${done} of ${of}: ${JSON.stringify(soFar)}`);
  };
const catalogues = {
  'demo-catalogue': [...demoWorld().versions.values()],
  'second-catalogue': secondCatalogue(),
};
const damaged = Number(values.damaged);
const occluded = Number(values.occluded);
const wrongViews = Number(values.placement);
for (const [catalogue, bays] of Object.entries(catalogues)) {
  if (damaged > 0) {
    const name = `damaged/${catalogue}`;
    sets[name] = await evaluateDamaged(bays, damaged, firstSeed, running(name, damaged, 10));
  }
  if (occluded > 0) {
    const name = `occluded/${catalogue}`;
    sets[name] = await evaluateOccluded(bays, occluded, firstSeed, running(name, occluded, 5));
  }
  if (wrongViews > 0) {
    const name = `placement/${catalogue}`;
    const progress = running<PlacementReport>(name, wrongViews, 1);
    sets[name] = await evaluatePlacement(bays, wrongViews, firstSeed, placementKinds, progress);
  }
}
const months = Number(values.months);
if (months > 0)
  sets['simulated/months'] = await evaluateMonths(months, firstSeed, (done) =>
    console.error(`simulated/months: ${done} of ${months} months of each kind`),
  );

if (values.json) console.log(JSON.stringify({ sets }));
else for (const [name, report] of Object.entries(sets)) printReport(name, report);
