'use client';
import { Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import type { BreakerState } from '../../../generated/graphql.ts';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { BreakerActionForm } from './breaker-action-form.tsx';

interface BreakerActionButtonProps {
  name: string;
  state: BreakerState;
  next: readonly number[];
  probes: number;
}

/** Isolates or restores a provider; viewers without permission see why not. */
export function BreakerActionButton({ name, state, next, probes }: BreakerActionButtonProps) {
  const [open, { open: show, close }] = useDisclosure(false);
  const act = state === 'ISOLATED' ? 'restore' : 'isolate';
  const may = can(useViewer(), act === 'restore' ? 'BREAKER_RESTORE' : 'BREAKER_ISOLATE');
  return (
    <>
      <ActionButton
        variant="default"
        leftSection={act === 'isolate' ? <IconHandStop size={15} /> : <IconPlayerPlay size={15} />}
        onClick={show}
        obstacle={may ? null : notPermitted}
      >
        {act === 'isolate' ? 'Isolate…' : 'Restore…'}
      </ActionButton>
      <Modal opened={open} onClose={close} title={`${act === 'isolate' ? 'Isolate' : 'Restore'} ${name}?`}>
        <BreakerActionForm act={act} name={name} next={next} probes={probes} close={close} />
      </Modal>
    </>
  );
}
