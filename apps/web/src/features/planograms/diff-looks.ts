import {
  type Icon,
  IconArrowMoveRight,
  IconArrowsExchange,
  IconCheck,
  IconEqual,
  IconPlus,
  IconReplace,
  IconRuler2,
  IconSquareX,
  IconStackPush,
} from '@tabler/icons-react';
import type { MappingKind } from '../../generated/graphql.ts';
import { mappingWords } from '../../lib/words/mapping-words.ts';
import type { Tone } from '../../ui/tone.ts';
import type { DiffEntry } from './read-diff.ts';

/** What a drawn position is marked with: a kind, or what else changed of one that stayed where it was. */
export type DiffMark = MappingKind | 'FACINGS' | 'SIZE';

/** Colour, icon and word of each mark; never colour alone. */
export const diffLooks: Record<DiffMark, { tone: Tone; icon: Icon; word: string }> = {
  SAME: { tone: 'quiet', icon: IconCheck, word: mappingWords.SAME.word },
  MOVED: { tone: 'moved', icon: IconArrowMoveRight, word: mappingWords.MOVED.word },
  SWAPPED: { tone: 'wrong', icon: IconArrowsExchange, word: mappingWords.SWAPPED.word },
  SUBSTITUTED: { tone: 'strange', icon: IconReplace, word: mappingWords.SUBSTITUTED.word },
  DELISTED: { tone: 'bad', icon: IconSquareX, word: mappingWords.DELISTED.word },
  NEW: { tone: 'good', icon: IconPlus, word: mappingWords.NEW.word },
  ALIAS: { tone: 'extra', icon: IconEqual, word: mappingWords.ALIAS.word },
  FACINGS: { tone: 'over', icon: IconStackPush, word: 'Facings' },
  SIZE: { tone: 'short', icon: IconRuler2, word: 'Size' },
};

/** All that an entry is about: its kind, and the facings or the size if they changed too. */
export const marksOf = ({
  kind,
  facings,
  size,
}: Pick<DiffEntry, 'kind' | 'facings' | 'size'>): DiffMark[] => {
  const more: DiffMark[] = [...(facings ? ['FACINGS' as const] : []), ...(size ? ['SIZE' as const] : [])];
  return kind === 'SAME' && more.length > 0 ? more : [kind, ...more];
};

/** The order in which marks are offered as filters. */
export const diffMarks = [
  'NEW',
  'DELISTED',
  'SUBSTITUTED',
  'MOVED',
  'SWAPPED',
  'FACINGS',
  'SIZE',
  'SAME',
] as const satisfies DiffMark[];
