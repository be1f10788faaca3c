'use client';
import { Button, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconScale } from '@tabler/icons-react';
import { noProposalLabels } from '../../../labels/breaker-audit-labels.ts';
import { can, notPermitted } from '../../../lib/can.ts';
import { useViewer } from '../../../lib/viewer.ts';
import { useRunAudit } from './act-on-audit.ts';

/** Reviews a breaker now instead of at the weekly time. */
export function RunAudit({ names }: { names: readonly string[] }) {
  const may = can(useViewer(), 'BREAKER_AUDIT_RUN');
  const { mutate, isPending } = useRunAudit();
  const run = (name: string) =>
    mutate(name, {
      onSuccess: ({ open, noProposal }) =>
        notifications.show({
          title: `${name} was reviewed`,
          message: open
            ? 'There is a proposal to decide on.'
            : noProposal
              ? noProposalLabels[noProposal].meaning
              : 'Nothing is proposed.',
        }),
      onError: ({ message }) =>
        notifications.show({ title: `${name} was not reviewed`, message, color: 'red', role: 'alert' }),
    });
  const obstacle = may ? (names.length === 0 ? 'There is no breaker yet' : null) : notPermitted;
  const button = (onClick?: () => void) => (
    <Button
      variant="default"
      leftSection={<IconScale size={15} />}
      loading={isPending}
      disabled={obstacle !== null}
      {...(onClick && { onClick })}
    >
      Review now
    </Button>
  );
  const [only] = names;
  if (obstacle !== null)
    return (
      <Tooltip label={obstacle}>
        <span>{button()}</span>
      </Tooltip>
    );
  if (names.length === 1 && only !== undefined) return button(() => run(only));
  return (
    <Menu>
      <Menu.Target>{button()}</Menu.Target>
      <Menu.Dropdown>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => run(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
