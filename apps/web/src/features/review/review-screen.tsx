'use client';
import { IconMapOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { CaptureRecord } from './capture-record.tsx';
import { captureQuery } from './read-capture.ts';
import { ReviewHeader } from './review-header.tsx';
import { ReviewLoading } from './review-loading.tsx';
import { Troubles } from './troubles.tsx';
import { Workbench } from './workbench.tsx';

export function ReviewScreen({ id }: { id: string }) {
  const { data: capture, error, refetch } = useQuery(captureQuery(id));
  if (capture === undefined) return error ? <FaultNotice fault={error} retry={refetch} /> : <ReviewLoading />;
  if (capture === null)
    return (
      <Notice wholeScreen icon={IconMapOff} title="There is no such capture">
        The link may be mistyped, or the capture belongs to a store that you may not see.
      </Notice>
    );
  return (
    <>
      {error ? <StaleNotice retry={refetch} /> : null}
      <ReviewHeader capture={capture} />
      <Troubles capture={capture} />
      <Workbench capture={capture} />
      <CaptureRecord capture={capture} />
    </>
  );
}
