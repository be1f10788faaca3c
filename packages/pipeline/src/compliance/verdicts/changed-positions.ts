import { fieldsOfDetections, type Rule, share } from './verdict-decision.ts';

/** The product and its neighbour are swapped, even if part of its block still reaches into its own place. */
export const changedPositions: Rule = ({ position, swapped, cells }, names) => {
  if (swapped === null) return null;
  const { box, ...rest } = fieldsOfDetections(swapped.facings.map((found) => found.detection));
  return {
    verdict: 'MISPLACED',
    seenProductId: position.productId,
    facingsSeen: swapped.facings.length,
    ...rest,
    box,
    foundAtPositionId: swapped.with.id,
    reason: `${names.product(position.productId)} and ${names.product(swapped.with.productId)} swapped places on shelf ${position.shelfNumber}.`,
    credit: {
      identity: 1,
      shelf: 1,
      order: 0,
      facings: share(swapped.facings.length, cells.length),
    },
  };
};
