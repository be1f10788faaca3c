import { type Rule, restOn, share } from './ruling.ts';

/** The product and its neighbour changed places: whatever part of its block still reaches into its own place. */
export const changedPlaces: Rule = ({ position, traded, cells }, names) => {
  if (traded === null) return null;
  const { box, ...rest } = restOn(traded.facings.map((found) => found.detection));
  return {
    verdict: 'MISPLACED',
    seenProductId: position.productId,
    facingsSeen: traded.facings.length,
    ...rest,
    box,
    foundAtPositionId: traded.with.id,
    reason: `${names.product(position.productId)} and ${names.product(traded.with.productId)} changed places on shelf ${position.shelfNumber}.`,
    credit: {
      identity: 1,
      shelf: 1,
      order: 0,
      facings: share(traded.facings.length, cells.length),
    },
  };
};
