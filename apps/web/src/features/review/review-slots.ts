import type { ReactNode } from 'react';
import type { WaivedPosition } from '../../lib/waived-position.ts';
import type { ReviewedCapture } from './read-capture.ts';

/** What other features contribute to the review of a capture; the page of the app provides it. */
export interface ReviewSlots {
  /** Requests a new photo in place of this one. */
  recaptureButton: (capture: ReviewedCapture) => ReactNode;
  /** Shows the request for a new photo, open or ended. */
  recaptureBanner: (capture: ReviewedCapture) => ReactNode;
  /** Lists the waivers of the bay. `select` chooses a position on the screen. */
  bayWaivers: (capture: ReviewedCapture, select: (positionId: string) => void) => ReactNode;
  /** Asks for the reason of a waiver; null closes the dialog. */
  waiveDialog: (position: WaivedPosition | null, close: () => void) => ReactNode;
}
