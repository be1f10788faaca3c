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
import type { MappingKind } from '../../../generated/graphql.ts';
import { mappingLabels } from '../../../labels/mapping-labels.ts';
import type { Tone } from '../../../ui/tone.ts';
import type { DiffEntry } from './read-diff.ts';

/** The mark of a drawn position: a kind, or another change of a position that kept its place. */
export type DiffMark = MappingKind | 'FACINGS' | 'SIZE';

/** Colour, icon and label of each mark; never colour alone. */
export const diffStyles: Record<DiffMark, { tone: Tone; icon: Icon; label: string }> = {
  SAME: { tone: 'quiet', icon: IconCheck, label: mappingLabels.SAME.label },
  MOVED: { tone: 'moved', icon: IconArrowMoveRight, label: mappingLabels.MOVED.label },
  SWAPPED: { tone: 'wrong', icon: IconArrowsExchange, label: mappingLabels.SWAPPED.label },
  SUBSTITUTED: { tone: 'strange', icon: IconReplace, label: mappingLabels.SUBSTITUTED.label },
  DELISTED: { tone: 'bad', icon: IconSquareX, label: mappingLabels.DELISTED.label },
  NEW: { tone: 'good', icon: IconPlus, label: mappingLabels.NEW.label },
  ALIAS: { tone: 'extra', icon: IconEqual, label: mappingLabels.ALIAS.label },
  FACINGS: { tone: 'over', icon: IconStackPush, label: 'Facings' },
  SIZE: { tone: 'short', icon: IconRuler2, label: 'Size' },
};

/** Returns all marks of an entry: its kind, and facings or size if they changed too. */
export const marksOf = ({
  kind,
  facings,
  size,
}: Pick<DiffEntry, 'kind' | 'facings' | 'size'>): DiffMark[] => {
  const more: DiffMark[] = [...(facings ? ['FACINGS' as const] : []), ...(size ? ['SIZE' as const] : [])];
  return kind === 'SAME' && more.length > 0 ? more : [kind, ...more];
};

/** In the order in which marks are offered as filters. */
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
