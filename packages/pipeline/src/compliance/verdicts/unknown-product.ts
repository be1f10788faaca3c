import { noCredit, type Rule, restOn } from './ruling.ts';

/** Something that is none of the planogram's products stands in the place. */
export const unknownProduct: Rule = ({ position, unknown }, names) => {
  if (unknown.length === 0) return null;
  return {
    verdict: 'UNKNOWN_PRODUCT',
    seenProductId: null,
    facingsSeen: 0,
    ...restOn(unknown.flatMap((cell) => cell.occupant ?? [])),
    foundAtPositionId: null,
    reason: `Something that is not in the catalogue stands where ${names.product(position.productId)} is planned.`,
    credit: noCredit,
  };
};
