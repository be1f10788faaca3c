import {
  type Icon,
  IconArrowMoveRight,
  IconArrowsExchange,
  IconArrowsShuffle,
  IconMinus,
  IconPlus,
  IconStackPop,
} from '@tabler/icons-react';
import type { Tone } from '../../ui/tone.ts';
import type { VersionChange, VersionDiff } from './compare-versions.ts';

/** A position that is not the same in both versions, as both drawings and the list name it. */
export interface Difference {
  key: string;
  word: string;
  /** The change as a sentence. */
  words: string;
  tone: Tone;
  icon: Icon;
  /** Null where the version does not have it. */
  fromId: string | null;
  toId: string | null;
}

type Look = Pick<Difference, 'word' | 'tone' | 'icon'>;

const looks: Record<Exclude<VersionChange['kind'], 'SAME' | 'ALIAS'>, Look> = {
  MOVED: { word: 'Moved', tone: 'moved', icon: IconArrowMoveRight },
  SWAPPED: { word: 'Swapped', tone: 'moved', icon: IconArrowsShuffle },
  SUBSTITUTED: { word: 'Replaced', tone: 'wrong', icon: IconArrowsExchange },
  DELISTED: { word: 'Delisted', tone: 'bad', icon: IconMinus },
  NEW: { word: 'New', tone: 'extra', icon: IconPlus },
};
const other: Look = { word: 'Facings or size', tone: 'short', icon: IconStackPop };

/** The positions that differ, in the order of the later version. */
export function differencesOf({ entries }: Pick<VersionDiff, 'entries'>): Difference[] {
  return entries.flatMap(({ kind, words, facings, size, from, to }) => {
    const asBefore = kind === 'SAME' || kind === 'ALIAS';
    if (asBefore && facings === null && size === null) return [];
    const fromId = from?.id ?? null;
    const toId = to?.id ?? null;
    return [{ ...(asBefore ? other : looks[kind]), key: `${fromId}>${toId}`, words, fromId, toId }];
  });
}
