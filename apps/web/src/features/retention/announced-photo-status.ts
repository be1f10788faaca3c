import { type Icon, IconReplace, IconShieldCheck, IconTrash, IconTrashX } from '@tabler/icons-react';
import { holdReasonLabels } from '../../labels/hold-reason-labels.ts';
import type { Tone } from '../../ui/tone.ts';
import type { AnnouncedPhoto } from './list-announced-photos.ts';

interface AnnouncedPhotoStatus {
  label: string;
  tone: Tone;
  icon: Icon;
}

/** Returns the status of an announced photo: its outcome or, before the expiry, its prospect. */
export function announcedPhotoStatus(
  { expiredAt, keptBecause, heldBecause }: Pick<AnnouncedPhoto, 'expiredAt' | 'keptBecause' | 'heldBecause'>,
  policyInForce: boolean,
): AnnouncedPhotoStatus {
  if (expiredAt) return { label: 'Removed', tone: 'quiet', icon: IconTrashX };
  const why = keptBecause ?? heldBecause;
  if (why)
    return {
      label: `${keptBecause ? 'Stayed' : 'Stays'}: ${lowerFirst(holdReasonLabels[why].label)}`,
      tone: 'good',
      icon: IconShieldCheck,
    };
  return policyInForce
    ? { label: 'Will be removed', tone: 'short', icon: IconTrash }
    : { label: 'Stays: another policy is in force', tone: 'good', icon: IconReplace };
}

const lowerFirst = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
