import { IconGitMerge, IconMailOff } from '@tabler/icons-react';
import Link from 'next/link';
import { reasonWords } from '../../lib/words/dead-letter-words.ts';
import { findingSentence } from '../../lib/words/photo-findings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Age } from '../../ui/moment.tsx';
import { ArchiveBanners } from './archive-banners.tsx';
import { HeldPhoto } from './held-photo.tsx';
import type { ReviewedCapture } from './read-capture.ts';
import { RecaptureBanner } from './recapture-banner.tsx';
import { RelatedCaptures } from './related-captures.tsx';

/** What went wrong around a capture, when anything did, and the captures that hang together with it. */
export function Troubles({ capture }: { capture: ReviewedCapture }) {
  const { deadLetter, conflicts, store } = capture;
  return (
    <>
      {deadLetter ? <SetAside capture={capture} deadLetter={deadLetter} /> : null}
      <HeldPhoto capture={capture} />
      <RecaptureBanner capture={capture} />
      {conflicts.length > 0 ? (
        <Banner tone="moved" icon={IconGitMerge} title="Conflict.">
          Another photo came for the same bay, time and camera
          {conflicts.length > 1 ? ` (${conflicts.length} photos)` : ''}, last{' '}
          <Age at={newest(conflicts)} timeZone={store.timeZone} />. The first photo is kept and scored,
          nothing is lost.{' '}
          <Link href={`/conflicts?capture=${encodeURIComponent(capture.id)}`}>Compare the photos</Link>
        </Banner>
      ) : null}
      <ArchiveBanners capture={capture} />
      <RelatedCaptures capture={capture} />
    </>
  );
}

const newest = (conflicts: ReviewedCapture['conflicts']): string =>
  conflicts.map(({ createdAt }) => createdAt).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? '';

interface SetAsideProps {
  capture: ReviewedCapture;
  deadLetter: NonNullable<ReviewedCapture['deadLetter']>;
}

/** Why the photo was refused for good, for the store; figures where its quality was the reason. */
function SetAside({ capture: { quality, photo }, deadLetter: { reason, message } }: SetAsideProps) {
  const { word, advice } = reasonWords(reason);
  const findings =
    reason === 'QUALITY_TOO_LOW'
      ? (quality?.flaws ?? []).map((flaw) => findingSentence(flaw, quality, photo))
      : [];
  return (
    <Banner tone="bad" icon={IconMailOff} title={`Set aside: ${word.toLowerCase()}.`}>
      {findings.length > 0 ? `${findings.join(' ')} ` : ''}
      {advice} {findings.length > 0 ? '' : `(${message}) `}
      <Link href={`/dead-letters?reason=${reason}`}>All dead letters with this reason</Link>
    </Banner>
  );
}
