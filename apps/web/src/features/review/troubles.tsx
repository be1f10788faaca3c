import { IconCameraRotate, IconGitMerge, IconMailOff } from '@tabler/icons-react';
import Link from 'next/link';
import { reasonWords } from '../../lib/words/dead-letter-words.ts';
import { recaptureWords } from '../../lib/words/quality-words.ts';
import { Banner } from '../../ui/banner.tsx';
import { Age } from '../../ui/moment.tsx';
import type { ReviewedCapture } from './read-capture.ts';

/** What went wrong around a capture, when anything did: set aside, a new photo asked for, the same claim with another photo. */
export function Troubles({ capture }: { capture: ReviewedCapture }) {
  const { deadLetter, recaptureRequest, conflicts, store } = capture;
  return (
    <>
      {deadLetter ? (
        <Banner
          tone="bad"
          icon={IconMailOff}
          title={`Set aside: ${reasonWords(deadLetter.reason).word.toLowerCase()}.`}
        >
          {reasonWords(deadLetter.reason).advice} ({deadLetter.message}){' '}
          <Link href={`/dead-letters?reason=${deadLetter.reason}`}>All dead letters with this reason</Link>
        </Banner>
      ) : null}
      {recaptureRequest ? (
        <Banner
          tone="short"
          icon={IconCameraRotate}
          title={recaptureRequest.closedAt ? 'A new photo came.' : 'The store is asked for a new photo.'}
        >
          {recaptureRequest.reasons.map((reason) => recaptureWords[reason]).join('; ')}. Asked{' '}
          <Age at={recaptureRequest.createdAt} timeZone={store.timeZone} />
          {recaptureRequest.closedAt ? (
            <>
              , fulfilled <Age at={recaptureRequest.closedAt} timeZone={store.timeZone} />
            </>
          ) : null}
          .
        </Banner>
      ) : null}
      {conflicts.map((conflict) => (
        <Banner key={conflict.id} tone="moved" icon={IconGitMerge} title="Conflict.">
          The same capture came again <Age at={conflict.createdAt} timeZone={store.timeZone} /> with another
          photo ({conflict.claim}). The first photo is kept and scored.
        </Banner>
      ))}
    </>
  );
}
