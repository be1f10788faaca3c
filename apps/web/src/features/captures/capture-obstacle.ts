import { reasonLabel } from '../../labels/dead-letter-labels.ts';
import { deadLetterSentence } from '../../labels/dead-letter-sentence.ts';
import { findingSentence } from '../../labels/photo-findings.ts';
import { recaptureReasonLabels } from '../../labels/quality-labels.ts';
import type { ListedCapture } from './list-captures.ts';

interface Obstacle {
  /** Short enough for a row of a table. */
  label: string;
  /** With the measured and the required figures. */
  sentence: string;
}

/** Returns why a capture waits or was rejected; null for a capture that is processed normally. */
export function captureObstacle({
  state,
  deadLetter,
  quality,
  photo,
}: Pick<ListedCapture, 'state' | 'deadLetter' | 'quality' | 'photo'>): Obstacle | null {
  const flaws = quality?.flaws ?? [];
  const findings = flaws.map((flaw) => findingSentence(flaw, quality, photo)).join(' ');
  if (state === 'RETRY_SCHEDULED' && flaws.length > 0)
    return {
      label: flaws.map((flaw) => recaptureReasonLabels[flaw].split(':')[0]).join('; '),
      sentence: findings,
    };
  if (state !== 'DEAD_LETTERED' || !deadLetter) return null;
  return {
    label: reasonLabel(deadLetter.reason).label,
    sentence: deadLetter.reason === 'QUALITY_TOO_LOW' && findings ? findings : deadLetterSentence(deadLetter),
  };
}
