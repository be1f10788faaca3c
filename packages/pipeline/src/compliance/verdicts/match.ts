import { facings, type Names } from './names.ts';
import { judgedFacings, type PositionEvidence } from './position-evidence.ts';
import { fieldsOfDetections, type Rule } from './verdict-decision.ts';

/** Every assessable facing is there. Facings out of view or not identified do not count. */
export const match: Rule = (positionEvidence, names) => {
  const { position, right, adjoining } = positionEvidence;
  const seen = right.length + adjoining.length;
  if (right.length === 0 || seen < judgedFacings(positionEvidence)) return null;
  return {
    verdict: 'MATCH',
    seenProductId: position.productId,
    facingsSeen: seen,
    ...fieldsOfDetections([
      ...right.flatMap((cell) => cell.occupant ?? []),
      ...adjoining.map((one) => one.detection),
    ]),
    foundAtPositionId: null,
    reason: reasonOf(positionEvidence, names),
    credit: { identity: 1, shelf: 1, order: 1, facings: 1 },
  };
};

function reasonOf(positionEvidence: PositionEvidence, names: Names): string {
  const product = names.product(positionEvidence.position.productId);
  const open = positionEvidence.cells.length - judgedFacings(positionEvidence);
  if (open > 0) {
    return `${product} stands in its place; ${facings(open)} of ${positionEvidence.cells.length} could not be judged.`;
  }
  return positionEvidence.cells.length === 1
    ? `${product} stands in its place.`
    : `${product} stands in its place with all ${facings(positionEvidence.cells.length)}.`;
}
