'use client';
import { Button, Modal } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { StoreGroups } from '../store-groups/store-groups.tsx';
import { ActivationForm } from './activation-form.tsx';

interface ActivationDialogProps {
  label: string;
  opened: boolean;
  close: () => void;
}

/** Asks where and when to activate a version. Store groups can be edited on the way, without losing the input. */
export function ActivationDialog({ label, opened, close }: ActivationDialogProps) {
  const [opening, setOpening] = useState({ opened, count: 0 });
  const [grouping, setGrouping] = useState(false);
  if (opened !== opening.opened) {
    setOpening({ opened, count: opening.count + Number(opened) });
    setGrouping(false);
  }
  return (
    <Modal opened={opened} onClose={close} title={grouping ? 'Store groups' : `Activate ${label}`} size={720}>
      {grouping ? (
        <>
          <Button
            variant="subtle"
            mb="sm"
            leftSection={<IconArrowLeft size={15} />}
            onClick={() => setGrouping(false)}
          >
            Back to the activation
          </Button>
          <StoreGroups />
        </>
      ) : null}
      {opening.count > 0 ? (
        <div hidden={grouping}>
          <ActivationForm
            key={opening.count}
            label={label}
            close={close}
            editGroups={() => setGrouping(true)}
          />
        </div>
      ) : null}
    </Modal>
  );
}
