'use client';
import type { ReactNode } from 'react';
import { byteSize } from '../../lib/byte-size.ts';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import type { RetryBanner } from './list-held-photos.ts';
import classes from './photo-table.module.css';
import { ShownCaptures } from './shown-captures.tsx';

interface PhotoTableProps<Photo extends RetryBanner> {
  label: string;
  photos: readonly Photo[];
  /** A last column for each photo. */
  last?: { title: string; cell: (photo: Photo) => ReactNode };
}

/** Lists photos, each with the captures that show it, its size, and the end of its retention. */
export function PhotoTable<Photo extends RetryBanner>({ label, photos, last }: PhotoTableProps<Photo>) {
  const body = useRowWalk<HTMLTableSectionElement>();
  return (
    <table className={`${table.table} ${classes.photos}`} aria-label={label}>
      <thead>
        <tr>
          <th>Captures that show it</th>
          <th className={table.number}>Size</th>
          <th>Retention ends (UTC)</th>
          {last ? <th>{last.title}</th> : null}
        </tr>
      </thead>
      <tbody ref={body}>
        {photos.map((photo) => (
          <tr key={photo.sha256}>
            <td>
              <ShownCaptures captures={photo.captures} count={photo.captureCount} />
              <code className={classes.hash} title={`SHA-256 ${photo.sha256}`}>
                {photo.sha256.slice(0, 12)}
              </code>
            </td>
            <td className={`${table.number} ${classes.nowrap}`}>{byteSize(photo.byteLength)}</td>
            <td className={classes.nowrap}>
              <DueLabel dueAt={photo.dueAt} />
            </td>
            {last ? <td>{last.cell(photo)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueLabel({ dueAt }: { dueAt: string | null }) {
  if (dueAt === null) return <span className={classes.dim}>No end yet</span>;
  return (
    <>
      {Date.parse(dueAt) <= Date.now() ? 'Ended ' : 'Ends '}
      <Moment at={dueAt} timeZone="UTC" />
    </>
  );
}
