import { IconGitMerge, IconMailOff } from '@tabler/icons-react';
import Link from 'next/link';
import { reasonLabel } from '../../../labels/dead-letter-labels.ts';
import { deadLetterSentence } from '../../../labels/dead-letter-sentence.ts';
import { findingSentence } from '../../../labels/photo-findings.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Age } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import type { ReviewSlots } from '../review-slots.ts';
import { ArchiveBanners } from './archive-banners.tsx';
import { RelatedCaptures } from './related-captures.tsx';
import { RetryBanner } from './retry-banner.tsx';

interface CaptureBannersProps extends Pick<ReviewSlots, 'recaptureBanner'> {
  capture: ReviewedCapture;
}

/** Shows problems of a capture, and the captures that are related to it. */
export function CaptureBanners({ capture, recaptureBanner }: CaptureBannersProps) {
  const { deadLetter, conflicts, store } = capture;
  return (
    <>
      {deadLetter ? <DeadLetterBanner capture={capture} deadLetter={deadLetter} /> : null}
      <RetryBanner capture={capture} />
      {recaptureBanner(capture)}
      {conflicts.length > 0 ? (
        <Banner tone="moved" icon={IconGitMerge} title="Conflict.">
          Another photo has the same bay, time and camera
          {conflicts.length > 1 ? ` (${conflicts.length} photos)` : ''}, last{' '}
          <Age at={newest(conflicts)} timeZone={store.timeZone} />. The first photo is scored, and nothing is
          lost. <Link href={`/conflicts?capture=${encodeURIComponent(capture.id)}`}>Compare the photos</Link>
        </Banner>
      ) : null}
      <ArchiveBanners capture={capture} />
      <RelatedCaptures capture={capture} />
    </>
  );
}

const newest = (conflicts: ReviewedCapture['conflicts']): string =>
  conflicts.map(({ createdAt }) => createdAt).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';

interface DeadLetterBannerProps {
  capture: ReviewedCapture;
  deadLetter: NonNullable<ReviewedCapture['deadLetter']>;
}

/** Shows why the photo was rejected, for the store; with figures when its quality was the reason. */
function DeadLetterBanner({ capture: { quality, photo }, deadLetter }: DeadLetterBannerProps) {
  const { reason } = deadLetter;
  const { label, advice } = reasonLabel(reason);
  const findings =
    reason === 'QUALITY_TOO_LOW'
      ? (quality?.flaws ?? []).map((flaw) => findingSentence(flaw, quality, photo))
      : [];
  return (
    <Banner tone="bad" icon={IconMailOff} title={`Dead letter: ${label.toLowerCase()}.`}>
      {findings.length > 0 ? `${findings.join(' ')} ` : ''}
      {advice} {findings.length > 0 ? '' : `(${deadLetterSentence(deadLetter)}) `}
      <Link href={`/dead-letters?reason=${reason}`}>All dead letters with this reason</Link>
    </Banner>
  );
}
