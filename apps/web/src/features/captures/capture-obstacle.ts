import { reasonWords } from '../../lib/words/dead-letter-words.ts';
import { findingSentence } from '../../lib/words/photo-findings.ts';
import { recaptureWords } from '../../lib/words/quality-words.ts';
import type { ListedCapture } from './list-captures.ts';

interface Obstacle {
  /** Short enough for a row of a table. */
  word: string;
  /** With what was measured and what was asked for. */
  sentence: string;
}

/** Why a capture is held or was set aside; null for one that goes its way. */
export function obstacleOf({
  state,
  deadLetter,
  quality,
  photo,
}: Pick<ListedCapture, 'state' | 'deadLetter' | 'quality' | 'photo'>): Obstacle | null {
  const flaws = quality?.flaws ?? [];
  const findings = flaws.map((flaw) => findingSentence(flaw, quality, photo)).join(' ');
  if (state === 'RETRY_SCHEDULED' && flaws.length > 0)
    return { word: flaws.map((flaw) => recaptureWords[flaw].split(':')[0]).join('; '), sentence: findings };
  if (state !== 'DEAD_LETTERED' || !deadLetter) return null;
  return {
    word: reasonWords(deadLetter.reason).word,
    sentence: deadLetter.reason === 'QUALITY_TOO_LOW' && findings ? findings : deadLetter.message,
  };
}
