import { assess } from '@gondola/pipeline/compliance';
import { createHeuristicTier, decodePhoto } from '@gondola/pipeline/photo-detection';
import {
  type CaptureTruth,
  type DemoBay,
  ordinaryRates,
  type RenderedCapture,
  renderCapture,
} from '@gondola/simulator';
import { type Alteration, alteredFrame } from './alter-frame.ts';
import { tierInputs } from './tier-inputs.ts';

/** How a photo is taken wrongly, and how the figures name it. */
export const placementKinds = [
  'upright',
  'quarter-right',
  'quarter-left',
  'upside-down',
  'mirrored',
  'grey',
  'left-two-thirds',
  'right-two-thirds',
  'upper-two-thirds',
  'lower-two-thirds',
  'left-third',
  'middle-third',
  'right-third',
  'upper-third',
  'lower-third',
  'roll-5',
  'roll-10',
  'roll-15',
  'roll-20',
  'other-bay',
] as const;
export type PlacementKind = (typeof placementKinds)[number];

/** What became of the photos of one kind. */
export interface PlacementFigures {
  photos: number;
  placed: number;
  /** Reasons of the photos that were not placed. */
  reasons: Record<string, number>;
  /** Positions of placed photos. `falseFaults`: right in truth, or outside the photo, and reported as a fault. */
  positions: number;
  falseFaults: number;
  /** Those of `falseFaults` that lie outside the photo. */
  outsideFaults: number;
  /** Photos with at least one false fault. */
  photosWithFalseFaults: number;
  /** Right positions that lie inside the photo, and how many of them are reported as right. */
  rightInView: number;
  rightReported: number;
  msPerPhoto: number;
}

export type PlacementReport = { placement: Record<string, PlacementFigures> };

const faults = new Set(['MISSING', 'WRONG_PRODUCT', 'UNKNOWN_PRODUCT', 'MISPLACED', 'FACINGS_SHORT']);
const rollOf: Partial<Record<PlacementKind, number>> = {
  'roll-5': 5,
  'roll-10': 10,
  'roll-15': 15,
  'roll-20': 20,
};
const third = 1 / 3;
const alterationOf: Partial<Record<PlacementKind, Alteration>> = {
  'quarter-right': { turn: 90 },
  'quarter-left': { turn: 270 },
  'upside-down': { turn: 180 },
  mirrored: { mirrored: true },
  grey: { grey: true },
  'left-two-thirds': { crop: [0, 0, 2 * third, 1] },
  'right-two-thirds': { crop: [third, 0, 1, 1] },
  'upper-two-thirds': { crop: [0, 0, 1, 2 * third] },
  'lower-two-thirds': { crop: [0, third, 1, 1] },
  'left-third': { crop: [0, 0, third, 1] },
  'middle-third': { crop: [third, 0, 2 * third, 1] },
  'right-third': { crop: [2 * third, 0, 1, 1] },
  'upper-third': { crop: [0, 0, 1, third] },
  'lower-third': { crop: [0, 2 * third, 1, 1] },
};

/** Evaluates how tier 3 places `photos` photos of each kind. Every photo is rendered; kinds share the shelves. */
export async function evaluatePlacement(
  bays: readonly DemoBay[],
  photos: number,
  firstSeed: number,
  kinds: readonly PlacementKind[],
  progress: (done: number, soFar: PlacementReport) => void,
): Promise<PlacementReport> {
  const tier = createHeuristicTier();
  const inputOf = tierInputs();
  const figures = new Map<string, PlacementFigures>(kinds.map((kind) => [kind, noFigures()]));
  for (let i = 0; i < photos; i++) {
    const bay = bays[i % bays.length] as DemoBay;
    const upright = kinds.some((kind) => rollOf[kind] === undefined)
      ? await renderCapture(bay, firstSeed + i, { rates: ordinaryRates })
      : null;
    for (const kind of kinds) {
      const roll = rollOf[kind];
      const capture =
        roll === undefined
          ? (upright as RenderedCapture)
          : await renderCapture(bay, firstSeed + i, {
              rates: ordinaryRates,
              pose: { rollDegrees: i % 2 === 0 ? roll : -roll },
            });
      const alteration = alterationOf[kind] ?? {};
      const plan = kind === 'other-bay' ? (bays[(i + 3) % bays.length] as DemoBay) : bay;
      const { frame } = await decodePhoto(capture.jpeg);
      const input = await inputOf(plan, frame);
      const altered = alteredFrame(input.frame, alteration);
      const started = performance.now();
      const realogram = await tier.detect({ ...input, frame: altered }, new AbortController().signal);
      const { findings } = assess(plan.planogram, realogram);
      const one = figures.get(kind) as PlacementFigures;
      one.msPerPhoto += (performance.now() - started) / photos;
      one.photos += 1;
      if (realogram.planogramToPhoto === null) {
        const reason = realogram.placementProblem ?? 'NONE';
        one.reasons[reason] = (one.reasons[reason] ?? 0) + 1;
        continue;
      }
      one.placed += 1;
      const verdicts = new Map(findings.map(({ positionId, verdict }) => [positionId, verdict]));
      if (kind !== 'other-bay') count(one, capture.truth, verdicts, alteration);
    }
    progress(i + 1, { placement: Object.fromEntries(figures) });
  }
  return { placement: Object.fromEntries(figures) };
}

function count(
  one: PlacementFigures,
  truth: CaptureTruth,
  verdicts: ReadonlyMap<string | null, string>,
  { crop = [0, 0, 1, 1] }: Alteration,
): void {
  let falseFaults = 0;
  for (const position of truth.positions) {
    const shown = position.verdict === 'NOT_VISIBLE' ? 0 : shareInside(position.box, crop);
    const said = verdicts.get(position.positionId) ?? 'NOT_ASSESSED';
    one.positions += 1;
    const isOutside = shown < 0.3;
    if (isOutside && faults.has(said)) one.outsideFaults += 1;
    if (faults.has(said) && (isOutside || position.verdict === 'MATCH')) falseFaults += 1;
    if (shown > 0.98 && position.verdict === 'MATCH') {
      one.rightInView += 1;
      if (said === 'MATCH') one.rightReported += 1;
    }
  }
  one.falseFaults += falseFaults;
  if (falseFaults > 0) one.photosWithFalseFaults += 1;
}

function shareInside(
  [x, y, width, height]: readonly number[],
  [left, top, right, bottom]: readonly number[],
): number {
  const [w = 0, h = 0] = [width, height];
  const wide = Math.min((x ?? 0) + w, right ?? 1) - Math.max(x ?? 0, left ?? 0);
  const high = Math.min((y ?? 0) + h, bottom ?? 1) - Math.max(y ?? 0, top ?? 0);
  return (Math.max(0, wide) * Math.max(0, high)) / Math.max(1e-9, w * h);
}

const noFigures = (): PlacementFigures => ({
  photos: 0,
  placed: 0,
  reasons: {},
  positions: 0,
  falseFaults: 0,
  outsideFaults: 0,
  photosWithFalseFaults: 0,
  rightInView: 0,
  rightReported: 0,
  msPerPhoto: 0,
});
