import {
  IconArrowBackUp,
  IconArrowRight,
  IconCheck,
  IconChecks,
  IconClockPause,
  IconExclamationCircle,
  IconHourglass,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import type { ReprocessItemState } from '../../generated/graphql.ts';
import type { TagStyle } from '../../ui/tag-style.ts';

/** The colour and icon of each state of a capture in a batch. */
export const itemStyles: Record<ReprocessItemState, TagStyle> = {
  PUBLISHED: { tone: 'good', icon: IconChecks },
  DONE: { tone: 'over', icon: IconCheck },
  MOVED: { tone: 'moved', icon: IconArrowRight },
  WAITING: { tone: 'quiet', icon: IconHourglass },
  FAILED: { tone: 'bad', icon: IconExclamationCircle },
  SKIPPED: { tone: 'short', icon: IconPlayerSkipForward },
  OUTDATED: { tone: 'short', icon: IconClockPause },
  ROLLED_BACK: { tone: 'quiet', icon: IconArrowBackUp },
};
