'use client';
import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFlagOff, IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useViewer } from '../../lib/viewer.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { mayStartBatches, whyNotStart } from '../batches/may-start-batches.ts';
import { NewBatchDialog } from '../batches/new-batch-dialog.tsx';
import classes from './bay-waivers.module.css';
import { underReview } from './count-scored.ts';
import { type ListedWaiver, waiversQuery } from './list-waivers.ts';
import { mayWaive } from './may-waive.ts';
import { RevokeDialog } from './revoke-dialog.tsx';
import { WaiverRow } from './waiver-row.tsx';

interface BayWaiversProps {
  bayId: string;
  storeCode: string;
  aisle: string;
  timeZone: string;
  /** Chooses the position on the screen, where there is one. */
  select: (positionId: string) => void;
}

/** What a bay is excused from, and the way to have its captures scored again by it. */
export function BayWaivers({ bayId, storeCode, aisle, timeZone, select }: BayWaiversProps) {
  const { data, error, refetch } = useQuery(waiversQuery(bayId, true));
  const viewer = useViewer();
  const [revoking, setRevoking] = useState<ListedWaiver | null>(null);
  const [open, { open: show, close }] = useDisclosure(false);
  const mayBatch = mayStartBatches(viewer);
  const batch = (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<IconStack2 size={14} />}
      onClick={show}
      disabled={!mayBatch}
    >
      Score this bay again…
    </Button>
  );
  return (
    <Panel
      title="Waivers of this bay"
      flush
      aside={
        mayBatch ? (
          batch
        ) : (
          <Tooltip label={whyNotStart}>
            <span>{batch}</span>
          </Tooltip>
        )
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
            revoke={mayWaive(viewer) ? () => setRevoking(waiver) : null}
          />
        ))}
      </ul>
      <RevokeDialog waiver={revoking} close={() => setRevoking(null)} />
      <NewBatchDialog
        opened={open}
        close={close}
        scope={{ kind: 'FILTER', filter: underReview({ storeCode, aisle }) }}
        fixed
      />
    </Panel>
  );
}
