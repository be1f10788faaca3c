'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { type WaivedPlace, WaiveForm } from './waive-form.tsx';

interface WaiveDialogProps {
  /** Null while the dialog is closed. */
  place: WaivedPlace | null;
  close: () => void;
}

/** Asks why and until when a position of a bay is waived. Keeps showing it while the dialog fades out. */
export function WaiveDialog({ place, close }: WaiveDialogProps) {
  const [shown, setShown] = useState(place);
  if (place && place !== shown) setShown(place);
  return (
    <Modal
      opened={place !== null}
      onClose={close}
      closeButtonProps={{ 'aria-label': 'Close' }}
      title={`Waive ${shown?.productName ?? ''}`}
    >
      {shown ? <WaiveForm key={shown.positionId} place={shown} close={close} /> : null}
    </Modal>
  );
}
