import { type Icon, IconReplace, IconShieldCheck, IconTrash, IconTrashX } from '@tabler/icons-react';
import { holdingWords } from '../../lib/words/holding-words.ts';
import type { Tone } from '../../ui/tone.ts';
import type { AnnouncedPhoto } from './list-announced-photos.ts';

interface Standing {
  word: string;
  tone: Tone;
  icon: Icon;
}

/** What became of an announced photo, or what would become of it now. */
export function standingOf(
  { expiredAt, keptBecause, heldBecause }: Pick<AnnouncedPhoto, 'expiredAt' | 'keptBecause' | 'heldBecause'>,
  policyInForce: boolean,
): Standing {
  if (expiredAt) return { word: 'Gone', tone: 'quiet', icon: IconTrashX };
  const why = keptBecause ?? heldBecause;
  if (why)
    return {
      word: `${keptBecause ? 'Stayed' : 'Stays'}: ${lowerFirst(holdingWords[why].word)}`,
      tone: 'good',
      icon: IconShieldCheck,
    };
  return policyInForce
    ? { word: 'Goes', tone: 'short', icon: IconTrash }
    : { word: 'Stays: another policy is in force', tone: 'good', icon: IconReplace };
}

const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
