import type { RetentionHolding } from '../generated/graphql.ts';

interface HoldReasonLabel {
  /** Short, for a line of a list. */
  label: string;
  /** The meaning, and what would release the photo. */
  meaning: string;
}

/** Why a photo stays: reasons set by people first, reasons of time last. */
export const holdReasonLabels: Record<RetentionHolding, HoldReasonLabel> = {
  KEPT: {
    label: 'On hold by a person',
    meaning:
      'A person put the photo on hold; the capture shows the reason. The photo stays until it is released there.',
  },
  ALERT_OPEN: {
    label: 'An alert is open',
    meaning:
      'An alert about a capture that shows it is open. The photo can be removed once the alert is closed.',
  },
  CONFLICT_OPEN: {
    label: 'A conflict is open',
    meaning:
      'The photo is the later one of a conflict. It can be removed once the alert of the conflict is closed.',
  },
  RECAPTURE_OPEN: {
    label: 'A recapture is requested',
    meaning: 'A recapture of the same bay is requested. The photo can be removed once the request has ended.',
  },
  REFERENCE_IMAGE: {
    label: 'Reference image',
    meaning: 'The photo identifies a product. It stays while it is a reference image.',
  },
  UPLOAD_WAITING: {
    label: 'Upload without a capture',
    meaning: 'The photo was uploaded again, and the capture of that upload has not arrived yet.',
  },
  POLICY: {
    label: 'Retention not over',
    meaning:
      'The policy requires more days, or never lets the photo expire. One capture is enough to keep the photo.',
  },
  NOT_ARCHIVED: {
    label: 'Not archived yet',
    meaning:
      'A capture with this photo is under review, in progress, or a dead letter. Retention starts when the capture is archived.',
  },
};

export const holdReasons = Object.keys(holdReasonLabels) as RetentionHolding[];
