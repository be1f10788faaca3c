import {
  type Icon,
  IconArrowBackUp,
  IconArrowRight,
  IconCheck,
  IconChecks,
  IconCircleX,
  IconClockPause,
  IconExclamationCircle,
  IconEyeCheck,
  IconHourglass,
  IconListDetails,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconUpload,
} from '@tabler/icons-react';
import type { ReprocessBatchState, ReprocessItemState } from '../../generated/graphql.ts';
import type { Tone } from '../../ui/tone.ts';

interface Look {
  tone: Tone;
  icon: Icon;
}

/** Colour and icon of each state of a batch. */
export const batchLook: Record<ReprocessBatchState, Look> = {
  EXPANDING: { tone: 'over', icon: IconListDetails },
  RUNNING: { tone: 'over', icon: IconPlayerPlay },
  PAUSED: { tone: 'short', icon: IconPlayerPause },
  DONE: { tone: 'moved', icon: IconEyeCheck },
  PUBLISHING: { tone: 'over', icon: IconUpload },
  PUBLISHED: { tone: 'good', icon: IconChecks },
  CANCELLED: { tone: 'quiet', icon: IconCircleX },
  ROLLING_BACK: { tone: 'over', icon: IconArrowBackUp },
  ROLLED_BACK: { tone: 'quiet', icon: IconArrowBackUp },
};

/** The same for a capture of a batch. */
export const itemLook: Record<ReprocessItemState, Look> = {
  PUBLISHED: { tone: 'good', icon: IconChecks },
  DONE: { tone: 'over', icon: IconCheck },
  MOVED: { tone: 'moved', icon: IconArrowRight },
  WAITING: { tone: 'quiet', icon: IconHourglass },
  FAILED: { tone: 'bad', icon: IconExclamationCircle },
  SKIPPED: { tone: 'short', icon: IconPlayerSkipForward },
  OUTDATED: { tone: 'short', icon: IconClockPause },
  ROLLED_BACK: { tone: 'quiet', icon: IconArrowBackUp },
};
