'use client';
import { IconGitMerge } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ShowMore } from '../../ui/show-more.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ConflictCard } from './conflict-card.tsx';
import classes from './conflicts-screen.module.css';
import { conflictsQuery, type ListedConflict } from './list-conflicts.ts';
import { conflictsOfCaptureQuery } from './read-conflicts-of-capture.ts';

export function AllConflicts({ store }: { store: string | null }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useInfiniteQuery(
      conflictsQuery(store === null ? {} : { storeCode: store }, can(useViewer(), 'RAW_PAYLOAD_READ')),
    );
  const conflicts = data?.pages.flatMap((page) => page.edges.map((edge) => edge.node));
  return (
    <>
      <Conflicts conflicts={conflicts} error={error} retry={refetch} old={isPlaceholderData} />
      {hasNextPage ? (
        <ShowMore loading={isFetchingNextPage} show={fetchNextPage}>
          {conflicts?.length} of {data?.pages.at(-1)?.totalCount}
        </ShowMore>
      ) : null}
    </>
  );
}

/** @param id of the capture, from the address */
export function ConflictsOfCapture({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(
    conflictsOfCaptureQuery(id, can(useViewer(), 'RAW_PAYLOAD_READ')),
  );
  return <Conflicts conflicts={data} error={error} retry={refetch} old={false} />;
}

interface ConflictsProps {
  /** Undefined until the first answer. */
  conflicts: ListedConflict[] | undefined;
  error: Error | null;
  retry: () => void;
  /** Results of the earlier filter, while the new ones are loading. */
  old: boolean;
}

function Conflicts({ conflicts, error, retry, old }: ConflictsProps) {
  if (!conflicts)
    return error ? <FaultNotice fault={error} retry={retry} /> : <LoadingRows rows={2} height={280} />;
  return (
    <>
      {error ? <StaleNotice retry={retry} /> : null}
      {conflicts.length === 0 ? (
        <div className={classes.empty}>
          <Notice icon={IconGitMerge} title="No conflicts">
            No two photos have the same bay, time and camera.
          </Notice>
        </div>
      ) : null}
      <ul className={classes.list} aria-busy={old} data-old={old}>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <ConflictCard conflict={conflict} />
          </li>
        ))}
      </ul>
    </>
  );
}
