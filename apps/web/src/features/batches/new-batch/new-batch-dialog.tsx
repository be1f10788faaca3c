'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { DraftScope } from './draft-batch.ts';
import { NewBatchForm } from './new-batch-form.tsx';

interface NewBatchDialogProps {
  opened: boolean;
  close: () => void;
  scope: DraftScope;
  /** The scope was chosen elsewhere: it is told, not asked for. */
  fixed?: boolean;
}

/** Asks what a new batch shall do. Each opening begins anew; the form stays while the dialog fades out. */
export function NewBatchDialog({ opened, close, scope, fixed = false }: NewBatchDialogProps) {
  const [opening, setOpening] = useState({ opened, count: 0 });
  if (opened !== opening.opened) setOpening({ opened, count: opening.count + Number(opened) });
  return (
    <Modal opened={opened} onClose={close} title="New batch" size={680}>
      {opening.count > 0 ? (
        <NewBatchForm key={opening.count} scope={scope} fixed={fixed} close={close} />
      ) : null}
    </Modal>
  );
}
