'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { ImportForm } from './import-form.tsx';

/** Asks for a planogram file. Each opening starts with an empty form; the form stays while the dialog fades out. */
export function ImportDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const [opening, setOpening] = useState({ opened, count: 0 });
  if (opened !== opening.opened) setOpening({ opened, count: opening.count + Number(opened) });
  return (
    <Modal opened={opened} onClose={close} title="Import a planogram version" size={720}>
      {opening.count > 0 ? <ImportForm key={opening.count} close={close} /> : null}
    </Modal>
  );
}
