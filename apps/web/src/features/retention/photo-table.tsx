'use client';
import type { ReactNode } from 'react';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import { byteSize } from '../../lib/words/retention-words.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import type { HeldPhoto } from './list-held-photos.ts';
import classes from './photo-table.module.css';
import { ShownCaptures } from './shown-captures.tsx';

interface PhotoTableProps<Photo extends HeldPhoto> {
  label: string;
  photos: readonly Photo[];
  /** What is told of each photo in a last column. */
  last?: { title: string; cell: (photo: Photo) => ReactNode };
}

/** Photos, each with the captures that show it, its size, and since when it is past its time. */
export function PhotoTable<Photo extends HeldPhoto>({ label, photos, last }: PhotoTableProps<Photo>) {
  const body = useRowWalk<HTMLTableSectionElement>();
  return (
    <table className={`${table.table} ${classes.photos}`} aria-label={label}>
      <thead>
        <tr>
          <th>Captures that show it</th>
          <th className={table.number}>Size</th>
          <th>Its time (UTC)</th>
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
              <DueWord dueAt={photo.dueAt} />
            </td>
            {last ? <td>{last.cell(photo)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueWord({ dueAt }: { dueAt: string | null }) {
  if (dueAt === null) return <span className={classes.dim}>No end yet</span>;
  return (
    <>
      {Date.parse(dueAt) <= Date.now() ? 'Over since ' : 'Over on '}
      <Moment at={dueAt} timeZone="UTC" />
    </>
  );
}
