import {
  type Icon,
  IconArrowMoveRight,
  IconArrowsExchange,
  IconArrowsShuffle,
  IconMinus,
  IconPlus,
  IconStackPop,
} from '@tabler/icons-react';
import type { Tone } from '../../../ui/tone.ts';
import type { VersionChange, VersionDiff } from './read-version-diff.ts';

/** A position that differs between the versions, for both drawings and the list. */
export interface Difference {
  key: string;
  label: string;
  /** The change as a sentence. */
  words: string;
  tone: Tone;
  icon: Icon;
  /** Null where the version does not have the position. */
  fromId: string | null;
  toId: string | null;
}

type DifferenceStyle = Pick<Difference, 'label' | 'tone' | 'icon'>;

const styles: Record<Exclude<VersionChange['kind'], 'SAME' | 'ALIAS'>, DifferenceStyle> = {
  MOVED: { label: 'Moved', tone: 'moved', icon: IconArrowMoveRight },
  SWAPPED: { label: 'Swapped', tone: 'moved', icon: IconArrowsShuffle },
  SUBSTITUTED: { label: 'Replaced', tone: 'wrong', icon: IconArrowsExchange },
  DELISTED: { label: 'Delisted', tone: 'bad', icon: IconMinus },
  NEW: { label: 'New', tone: 'extra', icon: IconPlus },
};
const sameSlotStyle: DifferenceStyle = { label: 'Facings or size', tone: 'short', icon: IconStackPop };

/** Returns the positions that differ, in the order of the later version. */
export function differencesOf({ entries }: Pick<VersionDiff, 'entries'>): Difference[] {
  return entries.flatMap(({ kind, words, facings, size, from, to }) => {
    const asBefore = kind === 'SAME' || kind === 'ALIAS';
    if (asBefore && facings === null && size === null) return [];
    const fromId = from?.positionId ?? null;
    const toId = to?.positionId ?? null;
    return [{ ...(asBefore ? sameSlotStyle : styles[kind]), key: `${fromId}>${toId}`, words, fromId, toId }];
  });
}
