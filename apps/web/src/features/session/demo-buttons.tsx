import { Button, SimpleGrid, Stack, Text } from '@mantine/core';
import type { DemoRole } from './sign-in-options.ts';

const roleNames: Record<DemoRole, string> = {
  category_manager: 'manager',
  analyst: 'analyst',
  operator: 'operator',
  admin: 'admin',
};
const order = Object.keys(roleNames) as DemoRole[];

interface DemoButtonsProps {
  roles: DemoRole[];
  /** The role that is being signed in. */
  pending: DemoRole | null;
  onChoose: (role: DemoRole) => void;
}

/** Offers the demo's people, one button for each role; nothing without the demo. */
export function DemoButtons({ roles, pending, onChoose }: DemoButtonsProps) {
  if (roles.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm">
        This is a demo with simulated stores. Everyone who opens this page may sign in, without a password.
      </Text>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        {order
          .filter((role) => roles.includes(role))
          .map((role) => (
            <Button
              key={role}
              variant="default"
              loading={pending === role}
              disabled={pending !== null}
              onClick={() => onChoose(role)}
            >
              Sign in as {roleNames[role]}
            </Button>
          ))}
      </SimpleGrid>
    </Stack>
  );
}
