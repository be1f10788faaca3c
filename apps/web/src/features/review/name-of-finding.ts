import { verdictWords } from '../../lib/words/verdict-words.ts';
import type { PositionVerdict } from './read-capture.ts';

/** What a finding is about, in a few words: the product that should be there, or the one that should not. */
export const subjectOf = (verdict: PositionVerdict): string =>
  verdict.expected?.name ?? verdict.seen?.name ?? 'Something that is not in the catalogue';

/** A finding's name for people who do not see its box. */
export const nameOfFinding = (verdict: PositionVerdict): string =>
  `${subjectOf(verdict)}: ${verdictWords[verdict.verdict].toLowerCase()}${
    verdict.positionId ? `, position ${verdict.positionId}` : ''
  }`;
