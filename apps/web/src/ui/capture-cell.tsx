import Link from 'next/link';
import classes from './capture-cell.module.css';
import { Moment } from './moment.tsx';
import { Thumbnail } from './thumbnail.tsx';

interface CaptureCellProps {
  capture: {
    id: string;
    takenAt: string;
    store: { code: string; timeZone: string };
    bay: { aisle: string };
    photo: { thumbnailUrl: string } | null;
  };
}

/** Shows a capture in a table: its photo, bay and time, with a link to its review. */
export const CaptureCell = ({ capture: { id, takenAt, store, bay, photo } }: CaptureCellProps) => (
  <Link className={classes.capture} href={`/captures/${encodeURIComponent(id)}`} prefetch={false} data-walk>
    <Thumbnail identity={id} url={photo?.thumbnailUrl ?? null} />
    <span>
      <b>
        {store.code} · {bay.aisle}
      </b>
      <span className={classes.dim}>
        <Moment at={takenAt} timeZone={store.timeZone} />
      </span>
    </span>
  </Link>
);
