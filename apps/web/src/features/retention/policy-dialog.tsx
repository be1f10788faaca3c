'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { PolicyForm } from './policy-form.tsx';
import type { RetentionPolicy } from './read-retention.ts';

interface PolicyDialogProps {
  opened: boolean;
  policy: RetentionPolicy;
  close: () => void;
}

/** Asks for another policy. Each opening starts with the policy in force. */
export function PolicyDialog({ opened, policy, close }: PolicyDialogProps) {
  const [opening, setOpening] = useState({ opened, count: 0 });
  if (opened !== opening.opened) setOpening({ opened, count: opening.count + Number(opened) });
  return (
    <Modal
      opened={opened}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title="Change the retention policy"
      size="lg"
    >
      {opening.count > 0 ? <PolicyForm key={opening.count} policy={policy} close={close} /> : null}
    </Modal>
  );
}
