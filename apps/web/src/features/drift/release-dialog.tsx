'use client';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { DriftGroup } from './list-drift-groups.ts';
import { ReleaseForm } from './release-form.tsx';

/** Asks with which version a group goes on. Keeps showing the group while the dialog fades out. */
export function ReleaseDialog({ group, close }: { group: DriftGroup | null; close: () => void }) {
  const [shown, setShown] = useState(group);
  if (group && group !== shown) setShown(group);
  return (
    <Modal opened={group !== null} onClose={close} title="Release captures from the drift queue">
      {shown ? <ReleaseForm key={shown.key} group={shown} close={close} /> : null}
    </Modal>
  );
}
