'use client';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { AzureMatchSpelling } from '../../generated/graphql.ts';
import { saveFile } from '../../lib/save-file.ts';
import { exportAzureMatch } from './export-azure-match.ts';

const choices: [spelling: AzureMatchSpelling, label: string][] = [
  ['GUIDE', 'Azure planogram match, as the guide spells it'],
  ['REFERENCE', 'Azure planogram match, as the reference spells it'],
];

/** What the current score found at each position, as a file for tools that read Azure's answers. */
export function ScoreExportMenu({ captureId }: { captureId: string }) {
  const download = useMutation({
    mutationFn: (spelling: AzureMatchSpelling) => exportAzureMatch(captureId, spelling),
    onSuccess: saveFile,
    onError: (fault) => notifications.show({ color: 'red', title: 'Not exported', message: fault.message }),
  });
  return (
    <Menu position="bottom-start">
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
        {choices.map(([spelling, words]) => (
          <Menu.Item key={spelling} onClick={() => download.mutate(spelling)}>
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
