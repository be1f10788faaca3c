'use client';
import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import Link from 'next/link';
import { Notice } from './notice.tsx';

export function NothingHere({ title }: { title: string }) {
  return (
    <Notice
      wholeScreen
      icon={IconMapOff}
      title={title}
      action={
        <Button variant="default" component={Link} href="/captures">
          To the captures
        </Button>
      }
    >
      The address may be mistyped, or what it showed is gone.
    </Notice>
  );
}
