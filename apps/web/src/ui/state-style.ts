import {
  type Icon,
  IconArchive,
  IconChecks,
  IconClockPause,
  IconDownload,
  IconGitBranch,
  IconMailOff,
  IconPhotoCheck,
  IconScan,
} from '@tabler/icons-react';
import type { CaptureState } from '../generated/graphql.ts';
import type { Tone } from './tone.ts';

/** Colour and icon of each state of a capture. */
export const captureStateStyles: Record<CaptureState, { tone: Tone; icon: Icon }> = {
  INGESTED: { tone: 'over', icon: IconDownload },
  RETRY_SCHEDULED: { tone: 'short', icon: IconClockPause },
  PREPROCESSED: { tone: 'over', icon: IconPhotoCheck },
  VERSION_DRIFT: { tone: 'moved', icon: IconGitBranch },
  TIER_1_INFERENCE: { tone: 'over', icon: IconScan },
  TIER_2_INFERENCE: { tone: 'over', icon: IconScan },
  TIER_3_INFERENCE: { tone: 'over', icon: IconScan },
  SCORED: { tone: 'good', icon: IconChecks },
  ARCHIVED: { tone: 'quiet', icon: IconArchive },
  DEAD_LETTERED: { tone: 'bad', icon: IconMailOff },
};
