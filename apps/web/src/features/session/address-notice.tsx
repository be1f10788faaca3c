'use client';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { wrongAddress } from './auth-fault.ts';

/** Warns before the first attempt when the page was opened under an address where sign-in cannot work. */
export function AddressNotice({ addresses }: { addresses: string[] }) {
  const openedAt = useSyncExternalStore(neverChanges, here, unknown);
  if (openedAt === null || addresses.length === 0 || addresses.includes(openedAt)) return null;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconAlertTriangle />}
      title="Sign-in does not work here"
      // Orange on light orange is too faint to read.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {wrongAddress(addresses, openedAt)}
    </Alert>
  );
}

const neverChanges = () => () => {};
const here = () => window.location.origin;
/** The server does not know the address in the browser's bar. */
const unknown = () => null;
