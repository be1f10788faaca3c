'use client';
import { ActionIcon, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { roleLabels } from '../../labels/role-labels.ts';
import { useViewer } from '../../lib/viewer.ts';
import { useSignOut } from './sign-out.ts';

export function UserMenu() {
  const viewer = useViewer();
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, {
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Not signed out', message: error.message }),
    });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Account of ${viewer.name ?? viewer.email}`}
        >
          <IconUserCircle size={21} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label component="div">
          <Text size="sm" fw={600} c="var(--mantine-color-text)">
            {viewer.name ?? viewer.email}
          </Text>
          <Text size="xs">{viewer.email}</Text>
          <Text size="xs">{viewer.role ? roleLabels[viewer.role] : 'No role yet'}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={leave}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
