import type { FacingFound } from '../../../generated/graphql.ts';
import type { Facing, FacingEvidence, Sight } from './read-facing-evidence.ts';

const foundLabels: Record<FacingFound, string> = {
  PLANNED_PRODUCT: 'The planned product',
  OTHER_PRODUCT: 'Another product',
  UNKNOWN_PRODUCT: 'A product that is not in the catalogue',
  NOT_IDENTIFIED: 'Something that could not be identified',
  EMPTY: 'Empty',
  NOT_LOOKED_AT: 'Not checked',
  COVERED: 'Behind something in front of the shelf',
  NOT_VISIBLE: 'Not in the photo',
};

/** Returns what was found in the slot of one facing, with the name of another product. */
export const foundLabel = ({ found, seen }: Pick<Facing, 'found' | 'seen'>): string =>
  found === 'OTHER_PRODUCT' && seen ? seen.name : foundLabels[found];

/** Returns the slot of a facing as people count: from the left, and from the bottom where there are several rows. */
export const facingSlotLabel = ({ column, row }: Pick<Facing, 'column' | 'row'>, stacked: boolean): string =>
  stacked ? `No. ${column + 1}, row ${row + 1}` : `No. ${column + 1}`;

const figure = (value: number): string => value.toFixed(2).replace('-', '−');

/**
 * Describes how a slot was judged, such as "Similarity 0.82, 0.45 needed, 0.30 ahead of the next of 12 compared."
 * An empty slot is described by the evidence that nothing is there.
 */
export function observationSentences({ sight, found }: Pick<Facing, 'sight' | 'found'>): string[] {
  if (!sight) return [];
  const sentences = [likenessSentence(sight)];
  // For an empty slot the print decides, so its sentence comes first.
  if (found === 'EMPTY') sentences.unshift(printSentence(sight));
  if (found === 'NOT_IDENTIFIED') sentences.push(printSentence(sight));
  if (sight.foundBy === 'shelf')
    sentences.push('Found by a search along the shelf, outside its planned slot.');
  return sentences;
}

function likenessSentence({ likeness, needed, lead, compared }: Sight): string {
  if (likeness === null) return 'There was no reference image to compare with.';
  if (likeness < needed)
    return compared === 1
      ? `The one product compared is not similar enough: similarity ${figure(likeness)}, ${figure(needed)} needed.`
      : `None of ${compared} products compared is similar enough: the best has similarity ${figure(likeness)}, ${figure(needed)} needed.`;
  const ahead =
    lead === null ? 'the only one compared' : `${figure(lead)} ahead of the next of ${compared} compared`;
  return `Similarity ${figure(likeness)}, ${figure(needed)} needed, ${ahead}.`;
}

/** Returns a whole percentage; it can be above 100 for a share of what recognised packs show. */
const share = (value: number): string => `${Math.round(value * 100)} %`;

const printSentence = ({ occupancy, contrast, brightness }: Sight): string =>
  `A pack shows with ${share(occupancy)} certainty: ${share(contrast)} of the contrast and ${share(brightness)} of the brightness of the packs that were recognised.`;

/** Returns how many planned facings were judged; null where it was not recorded. */
export function judgedLabel(
  { facingsJudged }: Pick<FacingEvidence, 'facingsJudged'>,
  planned: number,
): string | null {
  if (facingsJudged === null) return null;
  return facingsJudged === planned ? `all ${planned} judged` : `${facingsJudged} of ${planned} judged`;
}
