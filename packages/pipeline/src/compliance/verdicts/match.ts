import { facings, type Names } from './names.ts';
import { type Rule, restOn } from './ruling.ts';
import { decided, type Tally } from './tally.ts';

/** Every facing that could be judged is there. Those out of view or not identified neither help nor harm. */
export const match: Rule = (tally, names) => {
  const { position, right, adjoining } = tally;
  const seen = right.length + adjoining.length;
  if (right.length === 0 || seen < decided(tally)) return null;
  return {
    verdict: 'MATCH',
    seenProductId: position.productId,
    facingsSeen: seen,
    ...restOn([...right.flatMap((cell) => cell.occupant ?? []), ...adjoining.map((one) => one.detection)]),
    foundAtPositionId: null,
    reason: reasonOf(tally, names),
    credit: { identity: 1, shelf: 1, order: 1, facings: 1 },
  };
};

function reasonOf(tally: Tally, names: Names): string {
  const product = names.product(tally.position.productId);
  const open = tally.cells.length - decided(tally);
  if (open > 0) {
    return `${product} stands in its place; ${facings(open)} of ${tally.cells.length} could not be judged.`;
  }
  return tally.cells.length === 1
    ? `${product} stands in its place.`
    : `${product} stands in its place with all ${facings(tally.cells.length)}.`;
}
