'use client';
import { Modal } from '@mantine/core';
import { StoreGroups } from './store-groups.tsx';

/** Stores that are planned for together. */
export function StoreGroupsDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Store groups" size={640}>
      <StoreGroups />
    </Modal>
  );
}
