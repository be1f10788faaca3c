import { IconCopy, IconReplace } from '@tabler/icons-react';
import Link from 'next/link';
import { Banner } from '../../../ui/banner.tsx';
import { Moment } from '../../../ui/moment.tsx';
import type { ReviewedCapture } from '../read-capture.ts';

type Related = ReviewedCapture['supersededBy'][number];

/** Lists the captures with the same photo, and those that replace one another. */
export function RelatedCaptures({ capture }: { capture: ReviewedCapture }) {
  const { samePhotoAs, samePhotoCaptures, supersedes, supersededBy, store } = capture;
  const links = (related: readonly Related[]) => <CaptureLinks related={related} timeZone={store.timeZone} />;
  return (
    <>
      {samePhotoAs ? (
        <Banner tone="short" icon={IconCopy} title="The same photo was submitted before.">
          The same file was submitted as {links([samePhotoAs])}. The capture adds no information about the
          shelf.
        </Banner>
      ) : null}
      {samePhotoCaptures.length > 0 ? (
        <Banner tone="quiet" icon={IconCopy} title="The same photo was submitted again.">
          The same file was submitted later as {links(samePhotoCaptures)}.
        </Banner>
      ) : null}
      {supersedes ? (
        <Banner tone="quiet" icon={IconReplace} title="Replaces another photo:">
          {links([supersedes])}.
        </Banner>
      ) : null}
      {supersededBy.length > 0 ? (
        <Banner tone="quiet" icon={IconReplace} title="Replaced by another photo:">
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
