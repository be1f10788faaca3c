import { fieldsOfDetections, noCredit, type Rule } from './verdict-decision.ts';

/** A product outside the planogram's catalogue stands in the place. */
export const unknownProduct: Rule = ({ position, unknown }, names) => {
  if (unknown.length === 0) return null;
  return {
    verdict: 'UNKNOWN_PRODUCT',
    seenProductId: null,
    facingsSeen: 0,
    ...fieldsOfDetections(unknown.flatMap((cell) => cell.occupant ?? [])),
    foundAtPositionId: null,
    reason: `Something that is not in the catalogue stands where ${names.product(position.productId)} is planned.`,
    credit: noCredit,
  };
};
