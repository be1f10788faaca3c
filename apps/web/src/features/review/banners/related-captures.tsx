import { IconCopy, IconReplace } from '@tabler/icons-react';
import Link from 'next/link';
import { Banner } from '../../ui/banner.tsx';
import { Moment } from '../../ui/moment.tsx';
import type { ReviewedCapture } from './read-capture.ts';

type Related = ReviewedCapture['supersededBy'][number];

/** The captures with the same photo, and those that stand in place of one another. */
export function RelatedCaptures({ capture }: { capture: ReviewedCapture }) {
  const { samePhotoAs, samePhotoCaptures, supersedes, supersededBy, store } = capture;
  const links = (related: readonly Related[]) => <CaptureLinks related={related} timeZone={store.timeZone} />;
  return (
    <>
      {samePhotoAs ? (
        <Banner tone="short" icon={IconCopy} title="The same photo came before.">
          The very same file was handed in as {links([samePhotoAs])}. It says nothing new about the shelf.
        </Banner>
      ) : null}
      {samePhotoCaptures.length > 0 ? (
        <Banner tone="quiet" icon={IconCopy} title="The same photo came again.">
          The very same file was handed in later as {links(samePhotoCaptures)}.
        </Banner>
      ) : null}
      {supersedes ? (
        <Banner tone="quiet" icon={IconReplace} title="Taken in place of another photo:">
          {links([supersedes])}.
        </Banner>
      ) : null}
      {supersededBy.length > 0 ? (
        <Banner tone="quiet" icon={IconReplace} title="Another photo was taken in place of this one:">
          {links(supersededBy)}.
        </Banner>
      ) : null}
    </>
  );
}

function CaptureLinks({ related, timeZone }: { related: readonly Related[]; timeZone: string }) {
  return related.map(({ id, takenAt, bay }, at) => (
    <span key={id}>
      {at > 0 ? ', ' : ''}
      <Link href={`/captures/${encodeURIComponent(id)}`}>
        {bay.aisle}, taken <Moment at={takenAt} timeZone={timeZone} />
      </Link>
    </span>
  ));
}
