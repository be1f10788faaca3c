'use client';
import { Modal } from '@mantine/core';
import { StoreGroups } from './store-groups.tsx';

/** Shows the store groups in a dialog. */
export function StoreGroupsDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Store groups" size={640}>
      <StoreGroups />
    </Modal>
  );
}
