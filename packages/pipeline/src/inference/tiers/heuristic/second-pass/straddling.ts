import type { FacingObservation } from '../classify/facing-observation.ts';
import { occupancyOf, type PackSurface, surfaceOf } from '../classify/occupancy.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';

/**
 * Corrects facings that share one unrecognised pack. Such a pack may stand on the line between two facings of a position, so
 * that both look mostly empty. When two neighbouring facings without a recognised pack are occupied on that line, both get its
 * surface. A neighbour's side and rear packs do not reach that line.
 */
export function withStraddling(
  bay: RectifiedBay,
  observations: readonly FacingObservation[],
  open: ReadonlySet<FacingObservation>,
  packs: PackSurface,
): FacingObservation[] {
  const byPlace = new Map(observations.map((s) => [keyOf(s, 0), s]));
  const result = new Map<FacingObservation, FacingObservation>(observations.map((s) => [s, s]));
  for (const observation of open) {
    const next = byPlace.get(keyOf(observation, 1));
    if (next === undefined || !open.has(next)) continue;
    const { box } = observation;
    const surface = surfaceOf(bay, { ...box, xMm: (box.xMm + next.box.xMm) / 2 });
    const shown = occupancyOf(surface, packs);
    if (shown < 0.5) continue;
    for (const one of [observation, next])
      if (occupancyOf((result.get(one) ?? one).surface, packs) < shown) result.set(one, { ...one, surface });
  }
  return observations.map((s) => result.get(s) ?? s);
}

function keyOf({ place }: FacingObservation, further: number): string {
  const { position, column, row } = place.slot;
  return `${position.id}/${row}/${column + further}`;
}
