import { assess } from '@gondola/pipeline/compliance';
import { type DriftJudgement, judgeNeighbours, type Scored } from '@gondola/pipeline/drift';
import { createRandom, type DemoBay, demoWorld, ordinaryRates, stockShelf } from '@gondola/simulator';
import { realogramOf, seeUnits, usualErrors } from './detect-units.ts';
import { photographShelf } from './photographed-shelf.ts';
import { resetBay } from './reset-bay.ts';
import { seeThroughPlan } from './see-through-plan.ts';

/** How silent drift is told, over shelves that follow the pinned version and shelves that follow another. */
export interface SilentDriftReport {
  /** Captures of each kind. */
  captures: number;
  /** Of the drifted: told with the right version, told with a wrong one, not told. */
  found: number;
  misnamed: number;
  missed: number;
  /** Undrifted shelves that were called drifted. */
  falseAlarms: number;
  recall: number;
  precision: number | null;
  /** Drifted captures by the reason for which drift was not told, numbers left out. */
  missedBecause: Record<string, number>;
  positions: number;
  right: number;
}

/** Without a plan, as models of the upper tiers, or through the pinned one, as tier 3. */
export type Look = 'FREE' | 'THROUGH_PLAN';

/** Versions that a bay had before or after the pinned one. */
const neighbourCount = 3;

/**
 * Each round resets a bay three times and shows one shelf that follows the pinned version and one that follows a reset, both
 * with the deviations of an ordinary shelf, to a model with the usual errors.
 */
export function evaluateSilentDrift(
  captures: number,
  firstSeed: number,
  looks: Look = 'FREE',
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
    if (judge(pinned, pinned, resets, seed, looks).drifted) counts.falseAlarms += 1;
    const told = judge(followed, pinned, resets, seed, looks);
    if (told.drifted) counts[told.versionId === followed.label ? 'found' : 'misnamed'] += 1;
    else {
      counts.missed += 1;
      const because = told.reason.replaceAll(/\d+/g, 'n');
      missedBecause[because] = (missedBecause[because] ?? 0) + 1;
    }
  }
  const told = counts.found + counts.misnamed + counts.falseAlarms;
  return {
    captures,
    ...counts,
    recall: counts.found / Math.max(1, captures),
    precision: told > 0 ? counts.found / told : null,
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
  looks: Look,
): DriftJudgement {
  const shelf = stockShelf(followed, `${followed.label}/${seed}`, ordinaryRates);
  const { units, truth } = photographShelf(followed, shelf, seed);
  const random = createRandom(`see/${followed.label}/${seed}`);
  const seen = seeUnits(units, followed.products, usualErrors, random);
  const isShown = looks === 'THROUGH_PLAN';
  const realogram = isShown
    ? seeThroughPlan(seen, pinned.planogram, truth.planogramToPhoto)
    : realogramOf(seen);
  const scored = ({ label, planogram }: DemoBay): Scored => ({
    versionId: label,
    planogram,
    compliance: assess(planogram, realogram),
  });
  return judgeNeighbours(scored(pinned), resets.map(scored), isShown ? pinned.label : null);
}
