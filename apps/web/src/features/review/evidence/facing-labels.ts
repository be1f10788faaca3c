import type { FacingFound } from '../../generated/graphql.ts';
import type { Facing, FacingEvidence, Sight } from './read-facing-evidence.ts';

const foundWords: Record<FacingFound, string> = {
  PLANNED_PRODUCT: 'The planned product',
  OTHER_PRODUCT: 'Another product',
  UNKNOWN_PRODUCT: 'A product that is not in the catalogue',
  NOT_IDENTIFIED: 'Something that could not be told',
  EMPTY: 'Empty',
  NOT_LOOKED_AT: 'Nobody looked here',
  NOT_VISIBLE: 'Not in the photo',
};

/** What stands in the place of one facing, with its name where it is another product. */
export const foundWord = ({ found, seen }: Pick<Facing, 'found' | 'seen'>): string =>
  found === 'OTHER_PRODUCT' && seen ? seen.name : foundWords[found];

/** Where a facing is, as people count: from the left, and from the bottom where there are several rows. */
export const placeWord = ({ column, row }: Pick<Facing, 'column' | 'row'>, stacked: boolean): string =>
  stacked ? `No. ${column + 1}, row ${row + 1}` : `No. ${column + 1}`;

const figure = (value: number): string => value.toFixed(2).replace('-', '−');

/**
 * How a place was judged, in plain words, such as "Likeness 0.82, 0.45 needed, 0.30 ahead of the next of 12 compared."
 * An empty place is told by what shows that nothing stands there.
 */
export function sightSentences({ sight, found }: Pick<Facing, 'sight' | 'found'>): string[] {
  if (!sight) return [];
  const told = [likenessSentence(sight)];
  // Of an empty place it is the print that decides, so that comes first.
  if (found === 'EMPTY') told.unshift(printSentence(sight));
  if (found === 'NOT_IDENTIFIED') told.push(printSentence(sight));
  if (sight.foundBy === 'shelf') told.push('Found by a search along the shelf, off its planned place.');
  return told;
}

function likenessSentence({ likeness, needed, lead, compared }: Sight): string {
  if (likeness === null) return 'There was no reference image to compare it with.';
  if (likeness < needed)
    return compared === 1
      ? `The one product compared is not alike enough: likeness ${figure(likeness)}, ${figure(needed)} needed.`
      : `None of ${compared} products compared is alike enough: the best has likeness ${figure(likeness)}, ${figure(needed)} needed.`;
  const ahead =
    lead === null ? 'the only one compared' : `${figure(lead)} ahead of the next of ${compared} compared`;
  return `Likeness ${figure(likeness)}, ${figure(needed)} needed, ${ahead}.`;
}

/** Whole percent; shares of what recognised packs show can be above 100. */
const share = (value: number): string => `${Math.round(value * 100)} %`;

const printSentence = ({ occupancy, contrast, brightness }: Sight): string =>
  `A pack shows with ${share(occupancy)} certainty: ${share(contrast)} of the contrast and ${share(brightness)} of the brightness of the packs that were recognised.`;

/** How many planned facings could be judged; null where the row does not say. */
export function judgedWord(
  { facingsJudged }: Pick<FacingEvidence, 'facingsJudged'>,
  planned: number,
): string | null {
  if (facingsJudged === null) return null;
  return facingsJudged === planned ? `all ${planned} judged` : `${facingsJudged} of ${planned} judged`;
}
