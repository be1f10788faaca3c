import Link from 'next/link';
import { graphql } from '../../generated/gql.ts';
import type { LinkedCaptureFragment } from '../../generated/graphql.ts';
import { Moment } from '../../ui/moment.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import classes from './drift-card.module.css';

graphql(`
  fragment LinkedCapture on Capture {
    id
    takenAt: effectiveTakenAt
    store { timeZone }
    photo { thumbnailUrl }
  }
`);

/** Links a drifted capture to its review. */
export const CaptureLink = ({ capture }: { capture: LinkedCaptureFragment }) => (
  <Link className={classes.capture} href={`/captures/${encodeURIComponent(capture.id)}`} prefetch={false}>
    <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} />
    <Moment at={capture.takenAt} timeZone={capture.store.timeZone} />
  </Link>
);
