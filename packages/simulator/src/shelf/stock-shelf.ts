import type { Position } from '@gondola/pipeline/planogram';
import { createRandom } from '../random.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { deviate } from './deviate.ts';
import { type DeviationKind, type DeviationRates, ordinaryRates } from './deviation.ts';
import type { Place } from './place.ts';
import type { PositionTruth } from './position-truth.ts';
import { plannedRun, type Unit, unitsOf } from './run.ts';

/** What stands on a bay's shelves, and what is true of each position. */
export interface StockedShelf {
  bay: DemoBay;
  units: Unit[];
  /** In planogram order. Visibility is the photo's affair: nothing here is NOT_VISIBLE. */
  truth: PositionTruth[];
  deviations: { kind: DeviationKind; positionIds: string[] }[];
}

/** Fills the shelves by the plan, then lets deviations happen; no position takes part in two of them. */
export function stockShelf(
  bay: DemoBay,
  seed: string | number,
  rates: DeviationRates = ordinaryRates,
): StockedShelf {
  const random = createRandom(`stock/${seed}`);
  const productById = new Map(bay.products.map((p) => [p.id, p]));
  const places: Place[] = bay.planogram.positions.map((position) => {
    const product = productById.get(position.productId);
    if (!product) throw new RangeError(`position ${position.id} has no product ${position.productId}`);
    return { position, runs: [plannedRun(position, product)], truth: asPlanned(position), settled: false };
  });

  const deviations: StockedShelf['deviations'] = [];
  for (const place of random.shuffled(places)) {
    const kind = drawKind(random.next(), rates);
    if (kind === null || place.settled) continue;
    const touched = deviate(kind, place, places, bay, random);
    if (touched) deviations.push({ kind, positionIds: touched.map((p) => p.position.id) });
  }
  return {
    bay,
    units: places.flatMap((place) => place.runs).flatMap((run) => unitsOf(run, bay.planogram)),
    truth: places.map((place) => place.truth),
    deviations,
  };
}

const asPlanned = (position: Position): PositionTruth => ({
  positionId: position.id,
  verdict: 'MATCH',
  expectedProductId: position.productId,
  standsThereProductId: position.productId,
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
