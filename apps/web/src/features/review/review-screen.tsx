'use client';
import { IconMapOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { CaptureBanners } from './banners/capture-banners.tsx';
import { ReviewHeader } from './header/review-header.tsx';
import { captureQuery } from './read-capture.ts';
import { CaptureRecord } from './record/capture-record.tsx';
import { ReviewLoading } from './review-loading.tsx';
import type { ReviewSlots } from './review-slots.ts';
import { Workbench } from './workbench/workbench.tsx';

export function ReviewScreen({ id, slots }: { id: string; slots: ReviewSlots }) {
  const { data: capture, error, refetch } = useQuery(captureQuery(id, can(useViewer(), 'RAW_PAYLOAD_READ')));
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
      <ReviewHeader capture={capture} recaptureButton={slots.recaptureButton} />
      <CaptureBanners capture={capture} recaptureBanner={slots.recaptureBanner} />
      <Workbench capture={capture} waiveDialog={slots.waiveDialog} />
      <CaptureRecord capture={capture} bayWaivers={slots.bayWaivers} />
    </>
  );
}
