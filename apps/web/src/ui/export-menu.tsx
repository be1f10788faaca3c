'use client';
import { Button, Menu, type MenuProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../lib/save-file.ts';

interface ExportMenuProps<Format extends string> {
  choices: readonly (readonly [format: Format, label: string])[];
  /** Fetches the file; its fault has its own message. */
  read: (format: Format) => Promise<File>;
  position: NonNullable<MenuProps['position']>;
}

/** Offers a file in several formats. */
export function ExportMenu<Format extends string>({ choices, read, position }: ExportMenuProps<Format>) {
  const download = useMutation({
    mutationFn: read,
    onSuccess: saveFile,
    onError: (fault) => notifications.show({ color: 'red', title: 'Not exported', message: fault.message }),
  });
  return (
    <Menu position={position}>
      <Menu.Target>
        <Button
          variant="default"
          loading={download.isPending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(([format, words]) => (
          <Menu.Item key={format} onClick={() => download.mutate(format)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
