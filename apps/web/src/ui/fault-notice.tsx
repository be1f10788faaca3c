'use client';
import { Button, Code } from '@mantine/core';
import { IconLock, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { ApiFault } from '../lib/api-fault.ts';
import { Notice } from './notice.tsx';

/** Shows why an answer is missing: not permitted, or failed with a button to try again. */
export function FaultNotice({ fault, retry }: { fault: Error; retry: () => void }) {
  if (fault instanceof ApiFault && fault.kind === 'FORBIDDEN')
    return (
      <Notice icon={IconLock} title="You may not see this">
        Your role does not include it. An administrator can change that.
      </Notice>
    );
  const unreachable = fault instanceof ApiFault && fault.kind === 'UNREACHABLE';
  return (
    <Notice
      alert
      icon={IconPlugConnectedX}
      title={unreachable ? 'The server does not answer' : 'This could not be loaded'}
      action={
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
          Try again
        </Button>
      }
    >
      {unreachable ? 'Submitted captures are safe; only this view is affected.' : fault.message}
      {fault instanceof ApiFault && fault.traceId ? (
        <div>
          Trace <Code>{fault.traceId}</Code>
        </div>
      ) : null}
    </Notice>
  );
}
