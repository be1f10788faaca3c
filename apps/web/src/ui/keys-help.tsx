'use client';
import { ActionIcon, Kbd, Modal, Switch, Table } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useKeysEnabled } from '../lib/keys.ts';

const keys: [keys: string[], where: string, what: string][] = [
  [['?'], 'Everywhere', 'Show or hide the keys'],
  [['j', 'k'], 'Captures', 'Next and previous capture'],
  [['Enter'], 'Captures', 'Open the capture'],
  [['j', 'k'], 'Review', 'Next and previous position, worst first'],
  [['a'], 'Review', 'Accept the verdict and go to the next'],
  [['o'], 'Review', 'Overrule the verdict'],
  [['u'], 'Review', 'Mark as an unknown product'],
  [['b'], 'Review', 'Show or hide the boxes over the photo'],
  [['r'], 'Review', 'Ask the store for a new photo'],
  [['Esc'], 'Review', 'Clear the selection'],
  [['← ↑ → ↓'], 'Photo and planogram', 'Go from box to box'],
];

/** Lists the shortcuts, and offers to turn single keys off. */
export function KeysHelp() {
  const [open, { toggle, close }] = useDisclosure(false);
  const [enabled, setEnabled] = useKeysEnabled();
  const shortcut: [string, () => void][] = [
    ['shift+?', toggle],
    ['?', toggle],
  ];
  useHotkeys(enabled ? shortcut : []);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Keys" onClick={toggle} visibleFrom="xs">
        <IconKeyboard size={20} stroke={1.6} />
      </ActionIcon>
      <Modal opened={open} onClose={close} title="Keys">
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Key</Table.Th>
              <Table.Th>Where</Table.Th>
              <Table.Th>What it does</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map(([names, where, what]) => (
              <Table.Tr key={where + what}>
                <Table.Td>
                  {names.map((name) => (
                    <Kbd key={name} mr={4}>
                      {name}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{where}</Table.Td>
                <Table.Td>{what}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          mt="md"
          checked={enabled}
          onChange={(event) => setEnabled(event.currentTarget.checked)}
          label="Single-key shortcuts"
          description="Switch them off if speech input or your keyboard sets them off by accident."
        />
      </Modal>
    </>
  );
}
