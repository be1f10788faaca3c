import { IconClockPause } from '@tabler/icons-react';
import { findingSentence } from '../../../labels/photo-findings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Due } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';

/** Shows why a photo waits for a better one, and when it is checked again; nothing for any other capture. */
export function RetryBanner({ capture }: { capture: ReviewedCapture }) {
  const { state, nextTryAt, quality, photo, store, recaptureRequest } = capture;
  if (state !== 'RETRY_SCHEDULED') return null;
  const findings = (quality?.flaws ?? []).map((flaw) => findingSentence(flaw, quality, photo));
  // The open request below states the same, with advice.
  const hasOpenRequest = recaptureRequest !== null && recaptureRequest.closedAt === null;
  return (
    <Banner tone="short" icon={IconClockPause} title="The photo waits for a better one.">
      {hasOpenRequest ? '' : `${findings.join(' ')} `}The photo is checked again{' '}
      {nextTryAt ? <Due at={nextTryAt} timeZone={store.timeZone} /> : 'any moment'}; a good new photo ends the
      wait at once.
    </Banner>
  );
}
