'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { NewBatchScope } from '../../../lib/batches/batch-scope.ts';
import { NewBatchForm } from './new-batch-form.tsx';

interface NewBatchDialogProps {
  opened: boolean;
  close: () => void;
  scope: NewBatchScope;
  /** The scope was chosen elsewhere: it is shown, not asked for. */
  fixed?: boolean;
}

/**
 * Asks for the parameters of a new batch. Each opening starts with an empty form; the form stays while the dialog
 * fades out.
 */
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
