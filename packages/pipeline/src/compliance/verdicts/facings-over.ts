import { facings } from './names.ts';
import { fieldsOfDetections, type Rule, share } from './verdict-decision.ts';

/** All planned places hold the product, and more of it stands beside them where nothing is planned. */
export const facingsOver: Rule = (positionEvidence, names) => {
  const { position, cells, right, adjoining } = positionEvidence;
  const seen = right.length + adjoining.length;
  if (right.length === 0 || seen <= cells.length) return null;
  return {
    verdict: 'FACINGS_OVER',
    seenProductId: position.productId,
    facingsSeen: seen,
    ...fieldsOfDetections([
      ...right.flatMap((cell) => cell.occupant ?? []),
      ...adjoining.map((one) => one.detection),
    ]),
    foundAtPositionId: null,
    reason: `${names.product(position.productId)} has ${facings(seen)} where ${cells.length === 1 ? '1 is' : `${cells.length} are`} planned.`,
    credit: { identity: 1, shelf: 1, order: 1, facings: share(seen, cells.length) },
  };
};
