'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { can } from '../../lib/can.ts';
import { useViewer } from '../../lib/viewer.ts';
import { type AlertAction, useActOnAlert } from './act-on-alert.ts';
import classes from './alert-list.module.css';
import type { ListedAlert } from './list-alerts.ts';

const done: Record<AlertAction, { title: string; message: string }> = {
  acknowledge: {
    title: 'Acknowledged',
    message: 'Other people see that you are handling it. The alert stays open.',
  },
  close: { title: 'Closed', message: 'When it happens again, a new alert opens.' },
};

/** Offers to acknowledge and to close an alert; the API records who did it. */
export function AlertActions({ alert }: { alert: ListedAlert }) {
  const { mutate, isPending, variables, error } = useActOnAlert();
  const viewer = useViewer();
  const object = alert.store ? { storeCode: alert.store.code } : {};
  const mayAcknowledge = alert.acknowledgedAt === null && can(viewer, 'ALERT_ACKNOWLEDGE', object);
  const mayClose = can(viewer, 'ALERT_CLOSE', object);
  const perform = (act: AlertAction) =>
    mutate({ id: alert.id, act }, { onSuccess: () => notifications.show(done[act]) });
  const runs = (act: AlertAction) => isPending && variables.act === act;
  if (!mayAcknowledge && !mayClose) return null;
  return (
    <div className={classes.actions}>
      {mayAcknowledge ? (
        <Button onClick={() => perform('acknowledge')} loading={runs('acknowledge')} disabled={isPending}>
          Acknowledge
        </Button>
      ) : null}
      {mayClose ? (
        <Button
          variant="default"
          onClick={() => perform('close')}
          loading={runs('close')}
          disabled={isPending}
        >
          Close
        </Button>
      ) : null}
      {error ? (
        <span role="alert" className={classes.fault}>
          {error.message}
        </span>
      ) : null}
    </div>
  );
}
