import { assess } from '@gondola/pipeline/compliance';
import { type DriftJudgement, judgeNeighbours, type Scored } from '@gondola/pipeline/drift';
import { createRandom, type DemoBay, demoWorld, ordinaryRates, stockShelf } from '@gondola/simulator';
import { detectUnits, realogramOf, usualErrors } from './detect-units.ts';
import { limitToPlan } from './limit-to-plan.ts';
import { photographShelf } from './photographed-shelf.ts';
import { resetBay } from './reset-bay.ts';

/** Accuracy of silent drift detection, over shelves that follow the pinned version and shelves that follow another. */
export interface SilentDriftReport {
  /** Captures of each kind. */
  captures: number;
  /** Drifted captures that were reported with the right version. */
  found: number;
  /** Drifted captures that were reported with a wrong version. */
  misnamed: number;
  /** Drifted captures that were not reported. */
  missed: number;
  /** Shelves without drift that were reported as drifted. */
  falseAlarms: number;
  recall: number;
  precision: number | null;
  /** Missed captures by the reason why drift was not reported, with numbers replaced by `n`. */
  missedBecause: Record<string, number>;
  positions: number;
  right: number;
}

/** Whether the model detects without a plan, as the upper tiers, or through the pinned plan, as tier 3. */
export type DetectionMode = 'FREE' | 'THROUGH_PLAN';

/** Versions that a bay had before or after the pinned one. */
const neighbourCount = 3;

/**
 * Evaluates silent drift. Each round resets a bay three times. A model with the usual errors then detects two shelves with ordinary
 * deviations: one follows the pinned version, the other a reset.
 */
export function evaluateSilentDrift(
  captures: number,
  firstSeed: number,
  mode: DetectionMode = 'FREE',
): SilentDriftReport {
  const bays = [...demoWorld().versions.values()];
  const counts = { found: 0, misnamed: 0, missed: 0, falseAlarms: 0 };
  const missedBecause: Record<string, number> = {};
  for (let seed = firstSeed; seed < firstSeed + captures; seed++) {
    const pinned = bays[seed % bays.length];
    if (pinned === undefined) throw new Error('no demo bay');
    const random = createRandom(`drift/${seed}`);
    const resets = Array.from({ length: neighbourCount }, (_, i) =>
      resetBay(pinned, `${pinned.label}-reset-${i}`, random.fork(`reset/${i}`)),
    );
    const followed = random.pick(resets);
    if (judge(pinned, pinned, resets, seed, mode).drifted) counts.falseAlarms += 1;
    const judgement = judge(followed, pinned, resets, seed, mode);
    if (judgement.drifted) counts[judgement.versionId === followed.label ? 'found' : 'misnamed'] += 1;
    else {
      counts.missed += 1;
      const because = judgement.reason.replaceAll(/\d+/g, 'n');
      missedBecause[because] = (missedBecause[because] ?? 0) + 1;
    }
  }
  const reported = counts.found + counts.misnamed + counts.falseAlarms;
  return {
    captures,
    ...counts,
    recall: counts.found / Math.max(1, captures),
    precision: reported > 0 ? counts.found / reported : null,
    missedBecause,
    positions: 2 * captures,
    right: captures - counts.falseAlarms + counts.found,
  };
}

function judge(
  followed: DemoBay,
  pinned: DemoBay,
  resets: readonly DemoBay[],
  seed: number,
  mode: DetectionMode,
): DriftJudgement {
  const shelf = stockShelf(followed, `${followed.label}/${seed}`, ordinaryRates);
  const { units, truth } = photographShelf(followed, shelf, seed);
  const random = createRandom(`see/${followed.label}/${seed}`);
  const seen = detectUnits(units, followed.products, usualErrors, random);
  const isShown = mode === 'THROUGH_PLAN';
  const realogram = isShown ? limitToPlan(seen, pinned.planogram, truth.planogramToPhoto) : realogramOf(seen);
  const scored = ({ label, planogram }: DemoBay): Scored => ({
    versionId: label,
    planogram,
    compliance: assess(planogram, realogram),
  });
  return judgeNeighbours(scored(pinned), resets.map(scored), isShown ? pinned.label : null);
}
