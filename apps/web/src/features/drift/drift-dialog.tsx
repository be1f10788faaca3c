'use client';
import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';

interface DriftDialogProps<Group> {
  group: Group | null;
  title: string;
  close: () => void;
  children: (group: Group) => ReactNode;
}

/** Shows a dialog about one group, which stays while the dialog fades out. */
export function DriftDialog<Group extends { key: string }>({
  group,
  title,
  close,
  children,
}: DriftDialogProps<Group>) {
  const [shown, setShown] = useState(group);
  if (group && group.key !== shown?.key) setShown(group);
  return (
    <Modal opened={group !== null} onClose={close} title={title} size={560}>
      {shown ? children(shown) : null}
    </Modal>
  );
}
