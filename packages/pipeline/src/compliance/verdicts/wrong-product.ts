import { fieldsOfDetections, noCredit, type Rule } from './verdict-decision.ts';

/** Another product of the catalogue stands in the place, and the planned one is nowhere in the bay. */
export const wrongProduct: Rule = ({ position, other }, names) => {
  const counts = Map.groupBy(other, (cell) => cell.occupant?.productId ?? null);
  const [seenProductId, cells] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [null, []];
  if (seenProductId === null) return null;
  return {
    verdict: 'WRONG_PRODUCT',
    seenProductId,
    facingsSeen: 0,
    ...fieldsOfDetections(cells.flatMap((cell) => cell.occupant ?? [])),
    foundAtPositionId: null,
    reason: `${names.product(seenProductId)} stands where ${names.product(position.productId)} is planned.`,
    credit: noCredit,
  };
};
