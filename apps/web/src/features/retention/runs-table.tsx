import { IconEyeCheck, IconTrash } from '@tabler/icons-react';
import Link from 'next/link';
import { runAuthor } from '../../labels/retention-labels.ts';
import { byteSize } from '../../lib/byte-size.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { RetentionRun } from './read-retention.ts';
import classes from './retention-screen.module.css';
import { runSentences } from './run-labels.ts';

interface RunsTableProps {
  /** Newest first. */
  runs: readonly RetentionRun[];
  noticeDays: number | null;
}

/** Lists dry runs, which remove nothing, and expiries, which remove what a dry run announced. */
export function RunsTable({ runs, noticeDays }: RunsTableProps) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>When (UTC)</th>
          <th>Kind</th>
          <th className={table.number}>Photos</th>
          <th className={table.number}>Captures</th>
          <th className={table.number}>Size</th>
          <th>Outcome</th>
          <th>Made by</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <td className={classes.nowrap}>
              <Moment at={run.createdAt} timeZone="UTC" />
            </td>
            <td>
              {run.kind === 'DRY_RUN' ? (
                <Tag tone="over" icon={IconEyeCheck}>
                  Dry run
                </Tag>
              ) : (
                <Tag tone="short" icon={IconTrash}>
                  Expiry
                </Tag>
              )}
            </td>
            <td className={table.number}>{run.photos.toLocaleString('en')}</td>
            <td className={table.number}>{run.captures.toLocaleString('en')}</td>
            <td className={`${table.number} ${classes.nowrap}`}>{byteSize(run.byteLength)}</td>
            <td>
              {runSentences(run, runs, noticeDays).map((sentence) => (
                <div key={sentence}>{sentence}</div>
              ))}
              <Link
                href={`/settings/retention/${encodeURIComponent(run.announcedById ?? run.id)}`}
                prefetch={false}
              >
                {run.kind === 'DRY_RUN' ? 'Photos of this dry run' : 'The dry run that announced it'}
              </Link>
            </td>
            <td className={classes.dim}>{runAuthor(run.createdBy)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
