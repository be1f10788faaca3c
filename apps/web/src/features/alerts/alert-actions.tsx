'use client';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type AlertAct, useActOnAlert } from './act-on-alert.ts';
import classes from './alert-list.module.css';
import type { ListedAlert } from './list-alerts.ts';

const done: Record<AlertAct, { title: string; message: string }> = {
  acknowledge: {
    title: 'Acknowledged',
    message: 'The others see that you are looking at it. It stays open.',
  },
  close: { title: 'Closed', message: 'When it happens again, a new alert opens.' },
};

/** "I am looking at it" and "it is dealt with"; both are kept with the name of whoever says so. */
export function AlertActions({ alert }: { alert: ListedAlert }) {
  const { mutate, isPending, variables, error } = useActOnAlert();
  const perform = (act: AlertAct) =>
    mutate({ id: alert.id, act }, { onSuccess: () => notifications.show(done[act]) });
  const runs = (act: AlertAct) => isPending && variables.act === act;
  return (
    <div className={classes.actions}>
      {alert.acknowledgedAt ? null : (
        <Button onClick={() => perform('acknowledge')} loading={runs('acknowledge')} disabled={isPending}>
          Acknowledge
        </Button>
      )}
      <Button variant="default" onClick={() => perform('close')} loading={runs('close')} disabled={isPending}>
        Close
      </Button>
      {error ? (
        <span role="alert" className={classes.fault}>
          {error.message}
        </span>
      ) : null}
    </div>
  );
}
