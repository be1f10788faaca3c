import { assess } from '@gondola/pipeline/compliance';
import {
  createRandom,
  type DeviationRates,
  demoWorld,
  ordinaryRates,
  type ScoredCapture,
  stockShelf,
  type VerdictReport,
  verdictReport,
} from '@gondola/simulator';
import { type DetectionErrors, detectUnits, realogramOf } from './detect-units.ts';
import { detectableTruth } from './detectable-truth.ts';
import { photographShelf } from './photographed-shelf.ts';

/**
 * Accuracy of alignment and verdicts alone. The detections derive from the truth of simulated shelves, without a photo. The
 * main figures compare the verdicts with the detections (see `detectableTruth`). `againstShelf` compares them with the
 * shelf itself, so that it includes the model's errors.
 */
export interface DetectedReport extends VerdictReport {
  againstShelf: VerdictReport;
  usPerAssess: number;
}

/** Evaluates alignment and verdicts over simulated shelves. */
export function evaluateDetected(
  captures: number,
  firstSeed: number,
  errors: DetectionErrors,
  rates: DeviationRates = ordinaryRates,
): DetectedReport {
  const bays = [...demoWorld().versions.values()];
  const shown: ScoredCapture[] = [];
  const actual: ScoredCapture[] = [];
  let ms = 0;
  for (let seed = firstSeed; seed < firstSeed + captures; seed++) {
    const bay = bays[seed % bays.length];
    if (bay === undefined) throw new Error('no demo bay');
    const photographed = photographShelf(bay, stockShelf(bay, `${bay.label}/${seed}`, rates), seed);
    const seen = detectUnits(
      photographed.units,
      bay.products,
      errors,
      createRandom(`see/${bay.label}/${seed}`),
    );
    const realogram = realogramOf(seen);
    const started = performance.now();
    const { score, findings } = assess(bay.planogram, realogram);
    ms += performance.now() - started;
    const verdicts = new Map(findings.map(({ positionId, verdict }) => [positionId ?? '', verdict]));
    const detectable = detectableTruth(photographed, seen);
    const { truth } = photographed;
    actual.push({ truth, score, verdicts });
    const positions = truth.positions.map((p) => ({
      ...p,
      verdict: detectable.get(p.positionId) ?? p.verdict,
    }));
    shown.push({ truth: { positions, score: truth.score }, score, verdicts });
  }
  return {
    ...verdictReport(shown),
    againstShelf: verdictReport(actual),
    usPerAssess: Math.round((1000 * ms) / Math.max(1, captures)),
  };
}
