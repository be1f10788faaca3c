'use client';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { PlanogramExportFormat } from '../../generated/graphql.ts';
import { saveFile } from '../../lib/save-file.ts';
import { exportVersion } from './export-version.ts';

const choices: [format: PlanogramExportFormat, label: string][] = [
  ['GONDOLA', 'Gondola JSON, loses nothing'],
  ['CSV', 'CSV, one row a position'],
];

/** The version as a file that the import reads back. */
export function ExportMenu({ label }: { label: string }) {
  const download = useMutation({
    mutationFn: (format: PlanogramExportFormat) => exportVersion(label, format),
    onSuccess: saveFile,
    onError: (fault) => notifications.show({ color: 'red', title: 'Not exported', message: fault.message }),
  });
  return (
    <Menu position="bottom-end">
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
