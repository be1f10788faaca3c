import { occupation, type PackSurface, surfaceOf } from './occupancy.ts';
import type { RectifiedBay } from './rectified-bay.ts';
import type { Sight } from './sight.ts';

/**
 * A strange pack may stand on the line between two facings of a position, so that most of either looks empty. Where two
 * neighbouring facings without a recognised pack show something on that line, both get what shows there. What a
 * neighbour's side or rear packs cover never reaches it.
 */
export function withStraddling(
  bay: RectifiedBay,
  sights: readonly Sight[],
  open: ReadonlySet<Sight>,
  packs: PackSurface,
): Sight[] {
  const byPlace = new Map(sights.map((s) => [keyOf(s, 0), s]));
  const result = new Map<Sight, Sight>(sights.map((s) => [s, s]));
  for (const sight of open) {
    const next = byPlace.get(keyOf(sight, 1));
    if (next === undefined || !open.has(next)) continue;
    const { box } = sight;
    const surface = surfaceOf(bay, { ...box, xMm: (box.xMm + next.box.xMm) / 2 });
    const shown = occupation(surface, packs);
    if (shown < 0.5) continue;
    for (const one of [sight, next])
      if (occupation((result.get(one) ?? one).surface, packs) < shown) result.set(one, { ...one, surface });
  }
  return sights.map((s) => result.get(s) ?? s);
}

function keyOf({ place }: Sight, further: number): string {
  const { position, column, row } = place.slot;
  return `${position.id}/${row}/${column + further}`;
}
