import type { Position } from '@gondola/pipeline/planogram';
import { createRandom } from '../random.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { deviate } from './deviate.ts';
import { type DeviationKind, type DeviationRates, ordinaryRates } from './deviation.ts';
import type { PositionTruth } from './position-truth.ts';
import { plannedRun, type Unit, unitsOf } from './run.ts';
import type { StockedPosition } from './stocked-position.ts';

/** The packs on a bay's shelves, and the ground truth of each position. */
export interface StockedShelf {
  bay: DemoBay;
  units: Unit[];
  /** In planogram order. Visibility depends on the photo, so no position here is NOT_VISIBLE. */
  truth: PositionTruth[];
  deviations: { kind: DeviationKind; positionIds: string[] }[];
}

/** Fills the shelves by the plan, then applies deviations. A position is part of one deviation at most. */
export function stockShelf(
  bay: DemoBay,
  seed: string | number,
  rates: DeviationRates = ordinaryRates,
): StockedShelf {
  const random = createRandom(`stock/${seed}`);
  const productById = new Map(bay.products.map((p) => [p.id, p]));
  const all: StockedPosition[] = bay.planogram.positions.map((position) => {
    const product = productById.get(position.productId);
    if (!product) throw new RangeError(`position ${position.id} has no product ${position.productId}`);
    return { position, runs: [plannedRun(position, product)], truth: asPlanned(position), settled: false };
  });

  const deviations: StockedShelf['deviations'] = [];
  for (const stocked of random.shuffled(all)) {
    const kind = drawKind(random.next(), rates);
    if (kind === null || stocked.settled) continue;
    const touched = deviate(kind, stocked, all, bay, random);
    if (touched) deviations.push({ kind, positionIds: touched.map((p) => p.position.id) });
  }
  return {
    bay,
    units: all.flatMap((stocked) => stocked.runs).flatMap((run) => unitsOf(run, bay.planogram)),
    truth: all.map((stocked) => stocked.truth),
    deviations,
  };
}

const asPlanned = (position: Position): PositionTruth => ({
  positionId: position.id,
  verdict: 'MATCH',
  expectedProductId: position.productId,
  foundProductId: position.productId,
  facingsPlanned: position.facings.horizontal,
  facingsSeen: position.facings.horizontal,
  onRightShelf: true,
  inRightPlace: true,
});

function drawKind(draw: number, rates: DeviationRates): DeviationKind | null {
  let below = 0;
  for (const [kind, rate] of Object.entries(rates) as [DeviationKind, number][]) {
    below += rate;
    if (draw < below) return kind;
  }
  return null;
}
