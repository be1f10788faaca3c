import type { VerdictReport } from '@gondola/simulator';
import type { DamagedReport } from './damaged-set.ts';
import type { DetectedReport } from './detected-set.ts';
import type { GoldenReport } from './golden-set.ts';
import type { OccludedReport } from './occluded-set.ts';
import type { PlacementReport } from './placement-set.ts';
import type { SilentDriftReport } from './silent-drift-set.ts';
import type { MonthsReport } from './simulated-months-set.ts';
import type { SimulatedReport } from './simulated-set.ts';

export type Report =
  | DamagedReport
  | GoldenReport
  | SimulatedReport
  | DetectedReport
  | SilentDriftReport
  | OccludedReport
  | PlacementReport
  | MonthsReport;

/** Prints the figures of one set. */
export function printReport(name: string, report: Report): void {
  if ('bayDays' in report) {
    printMonths(name, report);
    return;
  }
  if ('placement' in report) {
    printPlacement(name, report);
    return;
  }
  if ('wholeRefused' in report) {
    printDamaged(name, report);
    return;
  }
  if ('falseAlarms' in report) {
    printDrift(name, report);
    return;
  }
  if ('faultsByKind' in report) {
    printOccluded(name, report);
    return;
  }
  console.log(`\n${name}: ${report.right} of ${report.positions} positions right${speedOf(report)}`);
  printVerdicts(report);
  if ('wrong' in report) {
    console.log(`  strict rate ${report.strictRate}, score ${report.score}, coverage ${report.coverage}`);
    for (const { position, truth, said } of report.wrong)
      console.log(`  position ${position}: is ${truth}, said ${said}`);
    return;
  }
  console.log(`  mean score error ${show(report.meanScoreError)}`);
  if ('unplaced' in report)
    console.log(
      `  tier alone ${report.tierCpuMsPerPhoto} ms of one core, not placed ${report.unplaced} of ${report.captures}, verdicts changed by the search for cover ${report.changedByCover}`,
    );
  printConfusion(report);
  if ('againstShelf' in report) {
    const { right, positions } = report.againstShelf;
    console.log(`  against the shelf itself, the model's errors included: ${right} of ${positions}`);
    printVerdicts(report.againstShelf);
  }
}

function printDamaged(name: string, report: DamagedReport): void {
  const { captures, wholeRefused, wholeChanged, scored, positions } = report;
  console.log(
    `\n${name}: of ${captures} whole photos with oddities ${wholeRefused} refused, ${wholeChanged} decoded to other pixels`,
  );
  for (const [kind, { refused, of }] of Object.entries(report.refused))
    console.log(`  ${kind.padEnd(16)} ${refused} of ${of} refused`);
  console.log(`  the rows that are left are named in ${show(report.withRowsShare)} of the damaged photos`);
  console.log(
    `  ${scored} damaged photos scored: of ${positions} positions ${report.falselyMissing} falsely missing, ${report.falseFaults} other false faults`,
  );
}

function printPlacement(name: string, { placement }: PlacementReport): void {
  console.log(`\n${name}`);
  for (const [kind, one] of Object.entries(placement)) {
    const reasons = Object.entries(one.reasons).map(([reason, count]) => `, ${count} x ${reason}`);
    console.log(
      `  ${kind.padEnd(16)} placed ${one.placed} of ${one.photos}${reasons.join('')}; false faults ${one.falseFaults} ` +
        `(${one.outsideFaults} outside the photo), right ${one.rightReported} of ${one.rightInView}; ${Math.round(one.msPerPhoto)} ms`,
    );
  }
}

function printMonths(name: string, { months, bayDays, found, falseAlarms, missed }: MonthsReport): void {
  const falls = Object.entries(found).map(([event, count]) => `${event} ${count} of ${months}`);
  console.log(
    `\n${name}: found ${falls.join(', ')}; ${falseAlarms.length} false alarms in ${bayDays} bay-days`,
  );
  for (const line of [...missed.map((one) => `missed ${one}`), ...falseAlarms.map((one) => `false ${one}`)])
    console.log(`  ${line}`);
}

function printDrift(name: string, report: SilentDriftReport): void {
  const { captures, found, misnamed, missed, falseAlarms } = report;
  console.log(`\n${name}: ${found} of ${captures} drifted shelves reported with the right version`);
  console.log(
    `  ${misnamed} with another, ${missed} not reported; ${falseAlarms} false alarms on ${captures} shelves that follow their version`,
  );
  for (const [reason, count] of Object.entries(report.missedBecause)) console.log(`  ${count} x ${reason}`);
}

function printOccluded(name: string, report: OccludedReport): void {
  const { covered, partly, free, empty, foreign, clear } = report;
  console.log(
    `\n${name}: ${report.captures} captures, ${report.unplaced} not placed, ${report.coverMsPerPhoto} ms of one core a photo for the search`,
  );
  console.log(
    `  covered places ${covered.places}: not assessed ${covered.notAssessed}, match ${covered.match}, missing ${covered.missing}, other faults ${covered.otherFault} ${JSON.stringify(report.faultsByKind)}`,
  );
  console.log(
    `  partly covered places ${partly.places}: not assessed ${partly.notAssessed}, false faults ${partly.falseFault}`,
  );
  console.log(
    `  free places ${free.places}: changed ${free.changed}, right verdicts lost ${free.lost}, false faults ${free.falseFault}`,
  );
  console.log(
    `  empty places in view ${empty.places}: found ${empty.found} (${empty.foundBefore} without the search); foreign packs ${foreign.places}: found ${foreign.found} (${foreign.foundBefore})`,
  );
  console.log(`  nothing in front, places ${clear.places}: changed by the search ${clear.changed}`);
}

function printVerdicts({ perVerdict }: Pick<VerdictReport, 'perVerdict'>): void {
  for (const [verdict, { precision, recall, n }] of Object.entries(perVerdict))
    console.log(`  ${verdict.padEnd(16)} precision ${show(precision)}  recall ${show(recall)}  n ${n}`);
}

function printConfusion({ confusion }: Pick<VerdictReport, 'confusion'>): void {
  for (const [truth, row] of Object.entries(confusion))
    for (const [said, count] of Object.entries(row))
      if (said !== truth) console.log(`  ${truth} taken for ${said}: ${count}`);
}

function speedOf(
  report: Exclude<
    Report,
    SilentDriftReport | DamagedReport | OccludedReport | PlacementReport | MonthsReport
  >,
): string {
  if ('usPerAssess' in report) return `, ${report.usPerAssess} us a capture`;
  return `, ${report.msPerPhoto} ms a photo`;
}

const show = (rate: number | null): string => (rate === null ? '-' : rate.toFixed(4));
