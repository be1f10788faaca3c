import { fieldsOfDetections, type Rule } from './verdict-decision.ts';

/** The place is not empty, but its content was not identified: not assessable. */
export const occupied: Rule = ({ position, unidentified }, names) => {
  if (unidentified.length === 0) return null;
  const product = names.product(position.productId);
  return {
    verdict: 'OCCUPIED',
    seenProductId: null,
    facingsSeen: null,
    ...fieldsOfDetections(unidentified.flatMap((cell) => cell.occupant ?? [])),
    foundAtPositionId: null,
    reason: `Something stands in the place of ${product}; whether it is ${product} was not assessed.`,
    credit: null,
  };
};
