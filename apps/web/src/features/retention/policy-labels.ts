import { days } from '../../lib/words/retention-words.ts';
import type { RetentionPolicy } from './read-retention.ts';

export type PolicyDays = Pick<
  RetentionPolicy,
  'reviewDays' | 'cleanPhotoDays' | 'faultyPhotoDays' | 'noticeDays'
>;

/** What happens to a capture under a policy, in order. */
export function policySentences({
  reviewDays,
  cleanPhotoDays,
  faultyPhotoDays,
  noticeDays,
}: PolicyDays): string[] {
  const sentences = [
    `A capture is under review for ${days(reviewDays)} after it was scored; then it is archived and its score stands.`,
  ];
  if (cleanPhotoDays === null && faultyPhotoDays === null)
    return [...sentences, 'No photo ever expires.', kept];
  sentences.push(
    cleanPhotoDays === faultyPhotoDays
      ? photoSentence('A photo', cleanPhotoDays)
      : `${photoSentence('The photo of a capture without a fault', cleanPhotoDays)} ${photoSentence('With a fault, or without a score, it', faultyPhotoDays)}`,
    `Before a photo is removed it is announced by a dry run, ${days(noticeDays)} ahead: time to keep it. A dry run is made every week.`,
    kept,
  );
  return sentences;
}

const kept =
  'Scores, verdicts and history are always kept. A photo that somebody keeps, or that an open alert, request or conflict is about, stays too.';

const photoSentence = (subject: string, expiryDays: number | null): string =>
  expiryDays === null
    ? `${subject} never expires.`
    : `${subject} expires ${days(expiryDays)} after it was archived.`;

/** What another policy changes, for whoever is about to set it. */
export function policyChanges(now: PolicyDays, next: PolicyDays): string[] {
  const told: string[] = [];
  if (next.reviewDays < now.reviewDays)
    told.push(
      `Captures that were scored more than ${days(next.reviewDays)} ago are archived within minutes, and can no longer be overruled.`,
    );
  if (
    lessLong(now.cleanPhotoDays, next.cleanPhotoDays) ||
    lessLong(now.faultyPhotoDays, next.faultyPhotoDays)
  )
    told.push(
      `Photos expire sooner than today. None goes before a dry run has announced it and ${days(next.noticeDays)} have passed; what is gone then cannot be brought back.`,
    );
  told.push('Photos that the policy of today has announced stay, until the new one announces its own.');
  return told;
}

const lessLong = (now: number | null, next: number | null): boolean =>
  next !== null && (now === null || next < now);
