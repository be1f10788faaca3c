import type { VerdictReport } from '@gondola/simulator';
import type { DetectedReport } from './detected-set.ts';
import type { GoldenReport } from './golden-set.ts';
import type { SilentDriftReport } from './silent-drift-set.ts';
import type { SimulatedReport } from './simulated-set.ts';

export type Report = GoldenReport | SimulatedReport | DetectedReport | SilentDriftReport;

/** One set's figures for people. */
export function printReport(name: string, report: Report): void {
  if ('falseAlarms' in report) {
    printDrift(name, report);
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
      `  tier alone ${report.tierCpuMsPerPhoto} ms of one core, not placed ${report.unplaced} of ${report.captures}`,
    );
  printConfusion(report);
  if ('againstShelf' in report) {
    const { right, positions } = report.againstShelf;
    console.log(`  against the shelf itself, the model's errors included: ${right} of ${positions}`);
    printVerdicts(report.againstShelf);
  }
}

function printDrift(name: string, report: SilentDriftReport): void {
  const { captures, found, misnamed, missed, falseAlarms } = report;
  console.log(`\n${name}: ${found} of ${captures} drifted shelves told with the right version`);
  console.log(
    `  ${misnamed} with another, ${missed} not told; ${falseAlarms} false alarms on ${captures} shelves that follow their version`,
  );
  for (const [reason, count] of Object.entries(report.missedBecause)) console.log(`  ${count} x ${reason}`);
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

function speedOf(report: Exclude<Report, SilentDriftReport>): string {
  if ('usPerAssess' in report) return `, ${report.usPerAssess} us a capture`;
  return `, ${report.msPerPhoto} ms a photo`;
}

const show = (rate: number | null): string => (rate === null ? '-' : rate.toFixed(4));
