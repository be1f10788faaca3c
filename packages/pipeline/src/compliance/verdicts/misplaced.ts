import { fieldsOfDetections, type Rule, share } from './verdict-decision.ts';

/** The product is not in its place, but elsewhere in the bay. On its own shelf it earns more credit. */
export const misplaced: Rule = ({ position, cells, elsewhere }, names) => {
  const first = elsewhere[0];
  if (first === undefined) return null;
  const { box, ...rest } = fieldsOfDetections(elsewhere.map((found) => found.detection));
  const sameShelf = elsewhere.some((found) => found.shelfNumber === position.shelfNumber);
  const shelf = first.shelfNumber === null ? 'outside the shelves' : `on shelf ${first.shelfNumber}`;
  const where =
    first.at === null ? 'where nothing is planned' : `in the place of ${names.product(first.at.productId)}`;
  return {
    verdict: 'MISPLACED',
    seenProductId: position.productId,
    facingsSeen: elsewhere.length,
    ...rest,
    // Several facings may be far apart: one box around them would show the whole bay.
    box: elsewhere.length === 1 ? box : first.detection.box,
    foundAtPositionId: first.at?.id ?? null,
    reason: `${names.product(position.productId)} is not in its place on shelf ${position.shelfNumber}; it stands ${shelf}, ${where}.`,
    credit: {
      identity: 1,
      shelf: sameShelf ? 1 : 0,
      order: 0,
      facings: share(elsewhere.length, cells.length),
    },
  };
};
