import { verdictLabels } from '../../labels/verdict-labels.ts';
import type { PositionVerdict } from './read-capture.ts';

/** Returns the subject of a finding: the product that should be there, or the one that should not. */
export const findingSubject = (verdict: PositionVerdict): string =>
  verdict.expected?.name ?? verdict.seen?.name ?? 'Something that is not in the catalogue';

/** Returns a finding's name for people who do not see its box. */
export const findingName = (verdict: PositionVerdict): string =>
  `${findingSubject(verdict)}: ${verdictLabels[verdict.verdict].toLowerCase()}${
    verdict.positionId ? `, position ${verdict.positionId}` : ''
  }`;
