import { captures, days, photos } from '../../labels/counts.ts';
import { holdReasonPhrase } from '../../labels/retention-labels.ts';
import type { RetentionRun } from './read-retention.ts';

type Run = Pick<RetentionRun, 'id' | 'kind' | 'announcedById' | 'photos' | 'facts' | 'endedAt'>;

/** Describes a run, or the outcome of what it announced. `runs`: all known runs. */
export function runSentences(run: Run, runs: readonly Run[], noticeDays: number | null): string[] {
  if (run.kind === 'EXPIRY') return expirySentences(run);
  if (run.photos === 0) return ['No photo was due.'];
  const sentences = runs.some(({ announcedById }) => announcedById === run.id)
    ? ['Its expiry has begun.']
    : [
        noticeDays === null
          ? 'Announced; nothing is removed yet.'
          : `Announced; removed after ${days(noticeDays)} at the earliest, and only while its policy is in force.`,
      ];
  const { unscored, limitReached } = factsOf(run);
  if (typeof unscored === 'number' && unscored > 0)
    sentences.push(`${captures(unscored)} of them had no score.`);
  if (limitReached === true) sentences.push('There are more; the next dry run announces them.');
  return sentences;
}

function expirySentences(run: Run): string[] {
  const { kept } = factsOf(run);
  const stayed = Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
  );
  return [
    run.endedAt ? 'Removed.' : 'In progress.',
    ...stayed.map(([why, count]) => `${photos(count)} stayed: ${holdReasonPhrase(why)}.`),
  ];
}

const factsOf = ({ facts }: Pick<Run, 'facts'>): Record<string, unknown> =>
  typeof facts === 'object' && facts !== null ? (facts as Record<string, unknown>) : {};
