import type { UnassignedDetection } from '../align/alignment.ts';
import type { PositionEvidence } from './position-evidence.ts';

/** In facings: the maximum distance from the block at which a detection still counts as one of its facings. */
const reach = 0.5;

/**
 * Assigns unassigned detections to the position of adjoining facings. A detection right beside or on top of facings of the same
 * product is one facing more of them. Each goes to the nearest such position; returns the rest.
 */
export function assignAdjoining(
  allEvidence: readonly PositionEvidence[],
  unassigned: readonly UnassignedDetection[],
): UnassignedDetection[] {
  return unassigned.filter((one) => {
    const nearest = allEvidence
      .filter(
        (positionEvidence) =>
          positionEvidence.right.length > 0 &&
          positionEvidence.position.productId === one.detection.productId,
      )
      .filter((positionEvidence) => adjoins(one, positionEvidence))
      .toSorted((a, b) => distance(one, a) - distance(one, b))[0];
    nearest?.adjoining.push(one);
    return nearest === undefined;
  });
}

function adjoins({ placed, shelfNumber }: UnassignedDetection, { position }: PositionEvidence): boolean {
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

const distance = ({ placed }: UnassignedDetection, { position }: PositionEvidence) =>
  Math.abs((placed.leftMm + placed.rightMm) / 2 - (position.xMm + position.widthMm / 2));
