import type { Loose } from '../align/alignment.ts';
import type { Tally } from './tally.ts';

/** In facings: how far from the block a thing may stand and still be one of its facings. */
const reach = 0.5;

/**
 * A thing that stands in no planned place, right beside or on top of facings of the same product, is one facing more of
 * them. Gives each to the nearest such position and returns the rest.
 */
export function giveAdjoining(tallies: readonly Tally[], loose: readonly Loose[]): Loose[] {
  return loose.filter((one) => {
    const nearest = tallies
      .filter((tally) => tally.right.length > 0 && tally.position.productId === one.detection.productId)
      .filter((tally) => adjoins(one, tally))
      .toSorted((a, b) => distance(one, a) - distance(one, b))[0];
    nearest?.adjoining.push(one);
    return nearest === undefined;
  });
}

function adjoins({ placed, shelfNumber }: Loose, { position }: Tally): boolean {
  if (shelfNumber !== position.shelfNumber) return false;
  const reachX = (reach * position.widthMm) / position.facings.horizontal;
  const reachY = (reach * position.heightMm) / position.facings.vertical;
  return (
    placed.rightMm > position.xMm - reachX &&
    placed.leftMm < position.xMm + position.widthMm + reachX &&
    placed.bottomMm > position.yMm - reachY &&
    placed.bottomMm < position.yMm + position.heightMm + reachY
  );
}

const distance = ({ placed }: Loose, { position }: Tally) =>
  Math.abs((placed.leftMm + placed.rightMm) / 2 - (position.xMm + position.widthMm / 2));
