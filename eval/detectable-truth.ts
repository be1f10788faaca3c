import type { Position } from '@gondola/pipeline/planogram';
import type { TrueVerdict } from '@gondola/simulator';
import type { DetectedUnit } from './detect-units.ts';
import type { PhotographedShelf } from './photographed-shelf.ts';

/**
 * Returns the best possible verdict of each position, given the packs that a model detected: their true locations, to the
 * millimetre, and their detected labels. A missed pack leaves an empty position, and a confused pack is a wrong product.
 * The function shares nothing with the rules under test: no box and no alignment, only the bay's own millimetres.
 */
export function detectableTruth(
  { shelf, truth }: PhotographedShelf,
  seen: readonly DetectedUnit[],
): Map<string, TrueVerdict> {
  const { positions } = shelf.bay.planogram;
  const swappedWith = new Map(
    shelf.deviations
      .filter(({ kind }) => kind === 'swapped')
      .flatMap(({ positionIds: [a = '', b = ''] }): [string, string][] => [
        [a, b],
        [b, a],
      ]),
  );
  const byId = new Map(positions.map((position) => [position.id, position]));
  const isSeen = (id: string | undefined) =>
    seen.some(({ label }) => label !== null && label === byId.get(id ?? '')?.productId);
  const onShelf = Map.groupBy(seen, ({ unit }) => unit.shelfNumber);
  return new Map(
    truth.positions.map(({ positionId, verdict }): [string, TrueVerdict] => {
      const position = byId.get(positionId);
      if (position === undefined || verdict === 'NOT_VISIBLE') return [positionId, verdict];
      const partner = swappedWith.get(positionId);
      if (partner !== undefined && isSeen(positionId) && isSeen(partner)) return [positionId, 'MISPLACED'];
      const row = onShelf.get(position.shelfNumber) ?? [];
      const beside = row.filter((one) => !positions.some((other) => isIn(one, other)));
      return [positionId, verdictOf(position, positions, row, beside, seen)];
    }),
  );
}

function verdictOf(
  position: Position,
  positions: readonly Position[],
  row: readonly DetectedUnit[],
  unplanned: readonly DetectedUnit[],
  seen: readonly DetectedUnit[],
): TrueVerdict {
  const { horizontal, vertical } = position.facings;
  const isOwn = ({ label }: DetectedUnit) => label === position.productId;
  const here = row.filter((one) => isIn(one, position));
  const own = here.filter(isOwn).length;
  if (own > 0) {
    // A pack in a neighbour's position is the neighbour's finding; a pack in free space is one facing more.
    const reachMm = position.widthMm / horizontal;
    const more = unplanned.filter((one) => isOwn(one) && isIn(one, position, reachMm)).length;
    const planned = horizontal * vertical;
    return own + more > planned ? 'FACINGS_OVER' : own + more === planned ? 'MATCH' : 'FACINGS_SHORT';
  }
  const [only, ...more] = seen.filter(isOwn);
  if (only !== undefined && (more.length > 0 || !isStray(only, position, positions))) return 'MISPLACED';
  if (here.some(({ label }) => label !== null)) return 'WRONG_PRODUCT';
  return here.length > 0 ? 'UNKNOWN_PRODUCT' : 'MISSING';
}

/**
 * Returns true for a single pack in a distant position that has room for several. A shopper put the pack there or a model
 * misread it, so its product is missing, not moved.
 */
function isStray(only: DetectedUnit, position: Position, positions: readonly Position[]): boolean {
  const host = positions.find((other) => isIn(only, other));
  if (host === undefined) return false;
  const isNextTo =
    host.shelfNumber === position.shelfNumber && Math.abs(host.sequence - position.sequence) === 1;
  const { facings, widthMm, heightMm } = position;
  const across = Math.floor((host.widthMm * facings.horizontal) / widthMm);
  const up = Math.max(1, Math.floor((host.heightMm * facings.vertical) / heightMm));
  return !isNextTo && Math.min(host.facings.horizontal, across) * Math.min(host.facings.vertical, up) > 1;
}

/** Returns true when the pack's middle lies in the position, or within `besideMm` of it. */
function isIn({ unit }: DetectedUnit, { xMm, widthMm, shelfNumber }: Position, besideMm = 0): boolean {
  const middleMm = unit.xMm + unit.product.widthMm / 2;
  return unit.shelfNumber === shelfNumber && middleMm > xMm - besideMm && middleMm < xMm + widthMm + besideMm;
}
