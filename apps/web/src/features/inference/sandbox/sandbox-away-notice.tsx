import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { Notice } from '../../../ui/notice.tsx';

/** Shows that the sandbox does not answer the API, and why. */
export function SandboxAwayNotice({ problem, retry }: { problem: string; retry: () => void }) {
  return (
    <Notice
      alert
      icon={IconPlugConnectedX}
      title="The sandbox cloud cannot be reached"
      action={
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
          Try again
        </Button>
      }
    >
      {problem}
    </Notice>
  );
}
