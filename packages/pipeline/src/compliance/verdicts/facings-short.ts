import { facings } from './names.ts';
import { judgedFacings } from './position-evidence.ts';
import { fieldsOfDetections, type Rule, share } from './verdict-decision.ts';

/** The product stands in its place, but with fewer facings than planned. */
export const facingsShort: Rule = (positionEvidence, names) => {
  const { position, right, adjoining, other, unknown } = positionEvidence;
  const seen = right.length + adjoining.length;
  if (right.length === 0) return null;
  const intruder = other[0]?.occupant ?? unknown[0]?.occupant;
  const instead =
    intruder === undefined || intruder === null
      ? 'the rest of its place is empty'
      : `${names.product(intruder.productId)} stands in the rest of its place`;
  return {
    verdict: 'FACINGS_SHORT',
    seenProductId: position.productId,
    facingsSeen: seen,
    ...fieldsOfDetections([
      ...right.flatMap((cell) => cell.occupant ?? []),
      ...adjoining.map((one) => one.detection),
    ]),
    foundAtPositionId: null,
    reason: `${names.product(position.productId)} has ${seen} of ${facings(judgedFacings(positionEvidence))}; ${instead}.`,
    credit: { identity: 1, shelf: 1, order: 1, facings: share(seen, judgedFacings(positionEvidence)) },
  };
};
