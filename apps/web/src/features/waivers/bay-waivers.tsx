'use client';
import { useDisclosure } from '@mantine/hooks';
import { IconFlagOff, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewBatchSlot } from '../../lib/batches/new-batch-slot.ts';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import classes from './bay-waivers.module.css';
import { underReview } from './count-scored.ts';
import { type ListedWaiver, waiversQuery } from './list-waivers.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { WaiverRow } from './waiver-row.tsx';

interface BayWaiversProps {
  bayId: string;
  storeCode: string;
  aisle: string;
  timeZone: string;
  /** Chooses the position on the screen, if it is there. */
  select: (positionId: string) => void;
  newBatch: NewBatchSlot;
}

/** Lists the waivers of a bay, and offers to score its captures again. */
export function BayWaivers({ bayId, storeCode, aisle, timeZone, select, newBatch }: BayWaiversProps) {
  const { data, error, refetch } = useQuery(waiversQuery(bayId, true));
  const viewer = useViewer();
  const [revoking, setRevoking] = useState<ListedWaiver | null>(null);
  const [open, { open: show, close }] = useDisclosure(false);
  const mayBatch = can(viewer, 'REPROCESS_START', { storeCode });
  const mayRevoke = can(viewer, 'WAIVER_REVOKE', { storeCode });
  return (
    <Panel
      title="Waivers of this bay"
      flush
      aside={
        <ActionButton
          size="compact-xs"
          variant="default"
          leftSection={<IconStack2 size={14} />}
          onClick={show}
          obstacle={mayBatch ? null : notPermitted}
        >
          Score this bay again…
        </ActionButton>
      }
    >
      {error && data ? <StaleNotice retry={refetch} /> : null}
      {!data ? error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={1} /> : null}
      {data?.waivers.length === 0 ? (
        <p className={classes.none}>
          <IconFlagOff size={16} aria-hidden /> No position of this bay is waived.
        </p>
      ) : null}
      <ul className={classes.list}>
        {data?.waivers.map((waiver) => (
          <WaiverRow
            key={waiver.id}
            waiver={waiver}
            timeZone={timeZone}
            select={select}
            revoke={mayRevoke ? () => setRevoking(waiver) : null}
          />
        ))}
      </ul>
      <RevokeDialog waiver={revoking} close={() => setRevoking(null)} />
      {newBatch({
        scope: { kind: 'FILTER', filter: underReview({ storeCode, aisle }) },
        opened: open,
        close,
      })}
    </Panel>
  );
}
