import {
  IconArrowBackUp,
  IconChecks,
  IconCircleX,
  IconEyeCheck,
  IconListDetails,
  IconPlayerPause,
  IconPlayerPlay,
  IconUpload,
} from '@tabler/icons-react';
import type { ReprocessBatchState } from '../generated/graphql.ts';
import type { TagStyle } from './tag-style.ts';

/** Colour and icon of each state of a batch. */
export const batchStyles: Record<ReprocessBatchState, TagStyle> = {
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
