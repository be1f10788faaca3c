import type { AlertRule } from '../generated/graphql.ts';
import { clockErrorLabel } from './clock-labels.ts';
import { firmwareSentence, levelSentence } from './deviation-sentence.ts';

interface AlertLabel {
  label: string;
  /** What happened, for staff of a store. */
  meaning: string;
  /** When the rule raises an alert, and when it counts instead. */
  window: string;
  /** The newest occurrence, by what the API says of it. */
  occurrence: (params: unknown) => string;
  /** What to do about it, in order. */
  steps: string[];
}

const opens =
  'Raised beyond 15 points and three median deviations on two days with photos, or at once beyond 40 points in ten bays of one planogram.';
const closes = 'The alert closes after a day at the usual level.';

export const alertLabels: Record<AlertRule, AlertLabel> = {
  CAPTURE_CONFLICT: {
    label: 'Two photos for one capture',
    meaning:
      'A second photo has the bay, time and camera of a capture that has a photo already. The first is scored and the second is stored; nothing is lost.',
    window:
      'Raised by the first other photo. While the alert is open, each further one for the same capture is counted here.',
    occurrence: (params) => {
      const { text, claim } = (params ?? {}) as { text?: string; claim?: string };
      // A row of an older release has its sentence in `text`.
      return text ?? `The other photo is known as ${claim ?? 'unnamed'}.`;
    },
    steps: [
      'Compare the two photos: do they show the same shelf?',
      'If one camera does it again and again, check its clock: two photos must not have the same second.',
      'If the second photo is the right one, ask the store for a new photo of the bay.',
      'Close the alert. When it happens again, a new one opens.',
    ],
  },
  DEVICE_CLOCK_WRONG: {
    label: 'Wrong clock of a device',
    meaning:
      'The times of a device cannot be right. Waivers, aliases and planogram versions use a corrected time or the time of receipt.',
    window:
      'Raised by an error of more than 5 minutes, by a stamp in the future, or by one from before the store. Closed when the clock is right.',
    occurrence: clockSentence,
    steps: [
      'Open the capture: it shows both times and the error of the clock.',
      'Set the clock of the device, or let it ask a time server (NTP).',
      'A device that loses its time after each power cut needs a new battery.',
    ],
  },
  SCORE_FELL: {
    label: 'Score far below its usual level',
    meaning: 'The score fell although the plan is the same, or in many bays at once.',
    window: `Usual is the median of the last 28 days. ${opens}`,
    occurrence: (params) => levelSentence('score', params),
    steps: [
      'Open a few of the captures: are the shelves really like that, or are they read wrongly?',
      'Read wrongly: check what changed. After an import, compare its catalogue with the one before.',
      'Right: ask the stores to fill or reset the bays.',
      closes,
    ],
  },
  UNKNOWN_SHARE_ROSE: {
    label: 'Many more unknown products than usual',
    meaning: 'Positions that were recognised before now hold products that nothing in the catalogue matches.',
    window: `Usual is the median of the last 28 days. ${opens}`,
    occurrence: (params) => levelSentence('share of unknown products', params),
    steps: [
      'Open a few of the captures: are the products really new?',
      'New products: import them with their pictures.',
      'Known products: check what changed. A new model or another catalogue is the usual cause.',
      closes,
    ],
  },
  FIRMWARE_LESS_SHARP: {
    label: 'Less sharp photos since a firmware',
    meaning: 'Photos of a camera model are less sharp since its firmware changed, in the same bays.',
    window:
      'Raised once for each firmware, from 50 photos before and after, when photos lose 15 % and more than three standard errors. Closed when the photos of a week are sharp again, or no camera has the firmware any more.',
    occurrence: firmwareSentence,
    steps: [
      'Compare a capture with an earlier one of the same bay.',
      'Clean the lens of one camera, to exclude another cause.',
      'Ask the maker about the firmware, or go back to the one before.',
    ],
  },
};

function clockSentence(params: unknown): string {
  const { device, clockErrorMs, takenAt } = (params ?? {}) as {
    device?: string | null;
    clockErrorMs?: number | null;
    takenAt?: string;
  };
  const name = device ? `Device ${device}` : 'The device';
  if (typeof clockErrorMs === 'number') return `${name} is ${clockErrorLabel(clockErrorMs)}.`;
  return `${name} sent the time ${takenAt ?? 'of another day'}; its error is not known.`;
}
