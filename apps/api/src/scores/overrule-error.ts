import type { OverruleProblem, ScoreSummary } from '@gondola/pipeline/overrules';
import type { UserErrorShape } from '../graphql/errors/problem.ts';

/** Returns the errors for a refused overrule. */
export function toOverruleError(refusal: OverruleProblem): UserErrorShape {
  const { problem: code } = refusal;
  const about = (message: string, field: string): UserErrorShape => ({ code, message, field: [field] });
  switch (refusal.problem) {
    case 'CAPTURE_UNKNOWN':
      return about('There is no capture of this id.', 'captureId');
    case 'NOT_UNDER_REVIEW':
      return about(notUnderReview(refusal.state), 'captureId');
    case 'SCORE_CHANGED':
      return about(scoreChanged(refusal.current), 'expectedScoreId');
    case 'FINDING_UNKNOWN':
      return about('This score has no such finding.', 'positionId');
    case 'VERDICT_NOT_POSSIBLE':
      return about(notPossible[refusal.because], 'verdict');
    case 'PRODUCT_UNKNOWN':
      return about('There is no product of this id.', 'seenProductId');
    case 'NOTHING_TO_TAKE_BACK':
      return about('No overrule of this finding exists.', 'verdict');
  }
}

const notUnderReview = (state: string): string =>
  state === 'ARCHIVED'
    ? 'The review of this capture is over: it is archived, and its score is final.'
    : 'This capture has no score yet that could be overruled.';

const notPossible: Record<Extract<OverruleProblem, { because: unknown }>['because'], string> = {
  WAIVED: 'The position is waived for its bay, which an overrule does not change.',
  UNPLANNED: 'An unplanned finding can only be EXTRA, or NOT_ASSESSED when there is no product.',
  PLANNED: 'A position can be neither EXTRA nor, for one capture, WAIVED: waive it for its bay.',
};

function scoreChanged(current: ScoreSummary | null): string {
  if (current === null) return 'Another score of this capture has become the current one.';
  const at = `${current.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  switch (current.source) {
    case 'OVERRULE':
      return `${current.by ?? 'Someone'} overruled a verdict of this capture on ${at}. Check it again.`;
    case 'BATCH':
      return `A batch of ${current.by ?? 'someone'} scored this capture again on ${at}. Check it again.`;
    case 'PIPELINE':
      return `The pipeline scored this capture on ${at}. Check it again.`;
  }
}
