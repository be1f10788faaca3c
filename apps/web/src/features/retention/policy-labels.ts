import { days } from '../../labels/counts.ts';
import type { RetentionPolicy } from './read-retention.ts';

export type PolicyDays = Pick<
  RetentionPolicy,
  'reviewDays' | 'cleanPhotoDays' | 'faultyPhotoDays' | 'noticeDays'
>;

/** Describes what happens to a capture under a policy, in order. */
export function policySentences({
  reviewDays,
  cleanPhotoDays,
  faultyPhotoDays,
  noticeDays,
}: PolicyDays): string[] {
  const sentences = [
    `A capture is under review for ${days(reviewDays)} after it was scored; then it is archived and its score is final.`,
  ];
  if (cleanPhotoDays === null && faultyPhotoDays === null)
    return [...sentences, 'No photo ever expires.', permanent];
  sentences.push(
    cleanPhotoDays === faultyPhotoDays
      ? photoSentence('A photo', cleanPhotoDays)
      : `${photoSentence('The photo of a capture without a fault', cleanPhotoDays)} ${photoSentence('With a fault, or without a score, it', faultyPhotoDays)}`,
    `Before a photo is removed it is announced by a dry run, ${days(noticeDays)} ahead, so that people can put it on hold. A dry run runs every week.`,
    permanent,
  );
  return sentences;
}

const permanent =
  'Scores, verdicts and history are never removed. A photo on hold, or with an open alert, request or conflict, stays too.';

const photoSentence = (subject: string, expiryDays: number | null): string =>
  expiryDays === null
    ? `${subject} never expires.`
    : `${subject} expires ${days(expiryDays)} after it was archived.`;

/** Describes what another policy changes, before it is set. */
export function policyChanges(now: PolicyDays, next: PolicyDays): string[] {
  const sentences: string[] = [];
  if (next.reviewDays < now.reviewDays)
    sentences.push(
      `Captures that were scored more than ${days(next.reviewDays)} ago are archived within minutes, and can no longer be overruled.`,
    );
  if (
    isShorter(now.cleanPhotoDays, next.cleanPhotoDays) ||
    isShorter(now.faultyPhotoDays, next.faultyPhotoDays)
  )
    sentences.push(
      `Photos expire sooner than today. No photo is removed before a dry run has announced it and ${days(next.noticeDays)} have passed; a removed photo cannot be restored.`,
    );
  sentences.push('Photos announced under the present policy stay, until the new policy announces its own.');
  return sentences;
}

const isShorter = (now: number | null, next: number | null): boolean =>
  next !== null && (now === null || next < now);
