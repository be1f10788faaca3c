import type { Position } from '@gondola/pipeline/planogram';
import type { TrueVerdict } from '@gondola/simulator';
import type { SeenUnit } from './detect-units.ts';
import type { PhotographedShelf } from './photographed-shelf.ts';

/**
 * What can be known of each position from the packs that a model reported: the verdict of somebody who is told where every
 * reported pack really stands, to the millimetre, and what it was taken for. A pack that the model overlooked is an empty
 * place to him and a confused one the wrong product, as they must be to any judge of these detections. It shares nothing
 * with the rules that are tried: no box, no alignment, only the bay's own millimetres.
 */
export function shownTruth(
  { shelf, truth }: PhotographedShelf,
  seen: readonly SeenUnit[],
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
      const beside = row.filter((one) => !positions.some((other) => stands(one, other)));
      return [positionId, verdictOf(position, positions, row, beside, seen)];
    }),
  );
}

function verdictOf(
  position: Position,
  positions: readonly Position[],
  row: readonly SeenUnit[],
  unplanned: readonly SeenUnit[],
  seen: readonly SeenUnit[],
): TrueVerdict {
  const { horizontal, vertical } = position.facings;
  const isOwn = ({ label }: SeenUnit) => label === position.productId;
  const standing = row.filter((one) => stands(one, position));
  const own = standing.filter(isOwn).length;
  if (own > 0) {
    // In a neighbour's place it is the neighbour's finding; where nothing is planned it is one facing more.
    const reachMm = position.widthMm / horizontal;
    const more = unplanned.filter((one) => isOwn(one) && stands(one, position, reachMm)).length;
    const planned = horizontal * vertical;
    return own + more > planned ? 'FACINGS_OVER' : own + more === planned ? 'MATCH' : 'FACINGS_SHORT';
  }
  const [only, ...more] = seen.filter(isOwn);
  if (only !== undefined && (more.length > 0 || !isStray(only, position, positions))) return 'MISPLACED';
  if (standing.some(({ label }) => label !== null)) return 'WRONG_PRODUCT';
  return standing.length > 0 ? 'UNKNOWN_PRODUCT' : 'MISSING';
}

/**
 * A single pack in a place that would hold several of it, not next to its own place: one that a shopper set back or a model
 * misread. Its product is out, not moved.
 */
function isStray(only: SeenUnit, position: Position, positions: readonly Position[]): boolean {
  const host = positions.find((other) => stands(only, other));
  if (host === undefined) return false;
  const isNextTo =
    host.shelfNumber === position.shelfNumber && Math.abs(host.sequence - position.sequence) === 1;
  const { facings, widthMm, heightMm } = position;
  const across = Math.floor((host.widthMm * facings.horizontal) / widthMm);
  const up = Math.max(1, Math.floor((host.heightMm * facings.vertical) / heightMm));
  return !isNextTo && Math.min(host.facings.horizontal, across) * Math.min(host.facings.vertical, up) > 1;
}

/** Its middle lies in the position's place, or up to so far beside it. */
function stands({ unit }: SeenUnit, { xMm, widthMm, shelfNumber }: Position, besideMm = 0): boolean {
  const middleMm = unit.xMm + unit.product.widthMm / 2;
  return unit.shelfNumber === shelfNumber && middleMm > xMm - besideMm && middleMm < xMm + widthMm + besideMm;
}
