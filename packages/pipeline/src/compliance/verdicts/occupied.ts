import { type Rule, restOn } from './ruling.ts';

/** The place is not empty, but what stands there was not identified: not assessable, neither right nor wrong. */
export const occupied: Rule = ({ position, unidentified }, names) => {
  if (unidentified.length === 0) return null;
  const product = names.product(position.productId);
  return {
    verdict: 'OCCUPIED',
    seenProductId: null,
    facingsSeen: null,
    ...restOn(unidentified.flatMap((cell) => cell.occupant ?? [])),
    foundAtPositionId: null,
    reason: `Something stands in the place of ${product}; whether it is ${product} was not assessed.`,
    credit: null,
  };
};
