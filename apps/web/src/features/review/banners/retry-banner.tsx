import { IconClockPause } from '@tabler/icons-react';
import { findingSentence } from '../../lib/words/photo-findings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Due } from '../../ui/moment.tsx';
import type { ReviewedCapture } from './read-capture.ts';

/** A photo that waits for a better one: why, and when it is looked at again. Nothing for any other capture. */
export function HeldPhoto({ capture }: { capture: ReviewedCapture }) {
  const { state, nextTryAt, quality, photo, store, recaptureRequest } = capture;
  if (state !== 'RETRY_SCHEDULED') return null;
  const findings = (quality?.flaws ?? []).map((flaw) => findingSentence(flaw, quality, photo));
  // The open request below says the same, with advice.
  const isTold = recaptureRequest !== null && recaptureRequest.closedAt === null;
  return (
    <Banner tone="short" icon={IconClockPause} title="The photo is held, not lost.">
      {isTold ? '' : `${findings.join(' ')} `}It is looked at again{' '}
      {nextTryAt ? <Due at={nextTryAt} timeZone={store.timeZone} /> : 'any moment'}; a good new photo ends the
      wait at once.
    </Banner>
  );
}
