import { assess } from '@gondola/pipeline/compliance';
import {
  createRandom,
  type DeviationRates,
  demoWorld,
  type JudgedCapture,
  ordinaryRates,
  stockShelf,
  type VerdictReport,
  verdictReport,
} from '@gondola/simulator';
import { type DetectionErrors, realogramOf, seeUnits } from './detect-units.ts';
import { photographShelf } from './photographed-shelf.ts';
import { shownTruth } from './shown-truth.ts';

/**
 * Alignment and verdicts alone, over detections that are made from the truth of simulated shelves without drawing a photo.
 * The figures at the top hold the verdicts against what the detections show (see `shownTruth`); `againstShelf` against
 * what stood on the shelf, where an overlooked pack is the model's error and nobody's finding.
 */
export interface DetectedReport extends VerdictReport {
  againstShelf: VerdictReport;
  usPerAssess: number;
}

export function evaluateDetected(
  captures: number,
  firstSeed: number,
  errors: DetectionErrors,
  rates: DeviationRates = ordinaryRates,
): DetectedReport {
  const bays = [...demoWorld().versions.values()];
  const shown: JudgedCapture[] = [];
  const stood: JudgedCapture[] = [];
  let ms = 0;
  for (let seed = firstSeed; seed < firstSeed + captures; seed++) {
    const bay = bays[seed % bays.length];
    if (bay === undefined) throw new Error('no demo bay');
    const photographed = photographShelf(bay, stockShelf(bay, `${bay.label}/${seed}`, rates), seed);
    const seen = seeUnits(photographed.units, bay.products, errors, createRandom(`see/${bay.label}/${seed}`));
    const realogram = realogramOf(seen);
    const started = performance.now();
    const { score, findings } = assess(bay.planogram, realogram);
    ms += performance.now() - started;
    const verdicts = new Map(findings.map(({ positionId, verdict }) => [positionId ?? '', verdict]));
    const knowable = shownTruth(photographed, seen);
    const { truth } = photographed;
    stood.push({ truth, score, verdicts });
    const positions = truth.positions.map((p) => ({
      ...p,
      verdict: knowable.get(p.positionId) ?? p.verdict,
    }));
    shown.push({ truth: { positions, score: truth.score }, score, verdicts });
  }
  return {
    ...verdictReport(shown),
    againstShelf: verdictReport(stood),
    usPerAssess: Math.round((1000 * ms) / Math.max(1, captures)),
  };
}
