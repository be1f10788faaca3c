'use client';
import { NewBatchDialog } from '../../../../features/batches/new-batch/new-batch-dialog.tsx';
import { RecaptureBanner } from '../../../../features/recaptures/recapture-banner.tsx';
import { RequestButton } from '../../../../features/recaptures/request-button.tsx';
import { ReviewScreen } from '../../../../features/review/review-screen.tsx';
import type { ReviewSlots } from '../../../../features/review/review-slots.ts';
import { BayWaivers } from '../../../../features/waivers/bay-waivers.tsx';
import { WaiveDialog } from '../../../../features/waivers/waive-dialog.tsx';

const slots: ReviewSlots = {
  recaptureButton: ({ id, store, bay }) => (
    <RequestButton captureId={id} storeCode={store.code} aisle={bay.aisle} />
  ),
  recaptureBanner: (capture) => <RecaptureBanner capture={capture} />,
  bayWaivers: ({ store, bay }, select) => (
    <BayWaivers
      bayId={bay.id}
      storeCode={store.code}
      aisle={bay.aisle}
      timeZone={store.timeZone}
      select={select}
      newBatch={(request) => <NewBatchDialog {...request} fixed />}
    />
  ),
  waiveDialog: (position, close) => <WaiveDialog position={position} close={close} />,
};

/** Shows the review of a capture, with what recaptures, waivers and batches contribute to it. */
export const Screen = ({ id }: { id: string }) => <ReviewScreen id={id} slots={slots} />;
