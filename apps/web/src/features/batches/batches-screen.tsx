'use client';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { can, notPermitted } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { BatchList } from './batch-list.tsx';
import { NewBatchDialog } from './new-batch/new-batch-dialog.tsx';

const everything = { kind: 'FILTER', filter: {} } as const;

export function BatchesScreen() {
  const may = can(useViewer(), 'REPROCESS_START');
  const [open, { open: show, close }] = useDisclosure(false);
  return (
    <>
      <PageTitle
        title="Batches"
        about="Batches score many captures again, or release them. They run in the background."
        actions={
          <ActionButton
            leftSection={<IconPlus size={16} />}
            onClick={show}
            obstacle={may ? null : notPermitted}
          >
            New batch…
          </ActionButton>
        }
      />
      {may ? null : <p>You can view batches, but your role does not include starting or controlling them.</p>}
      <BatchList />
      <NewBatchDialog opened={open} close={close} scope={everything} />
    </>
  );
}
