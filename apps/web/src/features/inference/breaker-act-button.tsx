'use client';
import { Button, Modal, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop, IconPlayerPlay } from '@tabler/icons-react';
import type { BreakerState } from '../../generated/graphql.ts';
import { useViewer } from '../../lib/viewer.ts';
import { BreakerActForm } from './breaker-act-form.tsx';
import { mayOperate, whyNotOperate } from './may-operate.ts';

interface BreakerActButtonProps {
  name: string;
  state: BreakerState;
  next: readonly number[];
  probes: number;
}

/** Takes a provider out, or lets it back in; the others see why they may not. */
export function BreakerActButton({ name, state, next, probes }: BreakerActButtonProps) {
  const [open, { open: show, close }] = useDisclosure(false);
  const may = mayOperate(useViewer());
  const act = state === 'ISOLATED' ? 'restore' : 'isolate';
  const button = (
    <Button
      variant="default"
      leftSection={act === 'isolate' ? <IconHandStop size={15} /> : <IconPlayerPlay size={15} />}
      onClick={show}
      disabled={!may}
    >
      {act === 'isolate' ? 'Isolate…' : 'Restore…'}
    </Button>
  );
  return (
    <>
      {may ? (
        button
      ) : (
        <Tooltip label={whyNotOperate}>
          <span>{button}</span>
        </Tooltip>
      )}
      <Modal opened={open} onClose={close} title={`${act === 'isolate' ? 'Isolate' : 'Restore'} ${name}?`}>
        <BreakerActForm act={act} name={name} next={next} probes={probes} close={close} />
      </Modal>
    </>
  );
}
