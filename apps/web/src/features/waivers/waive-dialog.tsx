'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { WaivedPosition } from '../../lib/waived-position.ts';
import { WaiveForm } from './waive-form.tsx';

interface WaiveDialogProps {
  /** Null while the dialog is closed. */
  position: WaivedPosition | null;
  close: () => void;
}

/** Asks why and until when a position of a bay is waived. The position stays while the dialog fades out. */
export function WaiveDialog({ position, close }: WaiveDialogProps) {
  const [shown, setShown] = useState(position);
  if (position && position !== shown) setShown(position);
  return (
    <Modal
      opened={position !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Waive ${shown?.productName ?? ''}`}
    >
      {shown ? <WaiveForm key={shown.positionId} position={shown} close={close} /> : null}
    </Modal>
  );
}
