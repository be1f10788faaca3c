'use client';
import { Button, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useViewer } from '../../lib/viewer.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { BatchList } from './batch-list.tsx';
import { mayStartBatches, whyNotStart } from './may-start-batches.ts';
import { NewBatchDialog } from './new-batch-dialog.tsx';

const everything = { kind: 'FILTER', filter: {} } as const;

export function BatchesScreen() {
  const may = mayStartBatches(useViewer());
  const [open, { open: show, close }] = useDisclosure(false);
  const start = (
    <Button leftSection={<IconPlus size={16} />} onClick={show} disabled={!may}>
      New batch…
    </Button>
  );
  return (
    <>
      <PageTitle
        title="Batches"
        about="Captures that are scored again, or sent on, as one piece of work. It goes on by itself, whoever is signed in."
        actions={
          may ? (
            start
          ) : (
            <Tooltip label={whyNotStart}>
              <span>{start}</span>
            </Tooltip>
          )
        }
      />
      {may ? null : (
        <p>You can look, but not start or steer batches: that is for category managers and administrators.</p>
      )}
      <BatchList />
      <NewBatchDialog opened={open} close={close} scope={everything} />
    </>
  );
}
