'use client';
import { Code } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import classes from './first-steps.module.css';
import { setupQuery } from './read-setup.ts';

/** Lists what to do on a new instance until the first capture arrives, and what is done already. */
export function FirstSteps() {
  const { data: setup } = useQuery(setupQuery);
  const steps = [
    {
      done: setup?.hasStore ?? false,
      title: 'Create a store and a key for its device',
      how: (
        <>
          <Code>storeCreate</Code>, then <Code>deviceKeyCreate</Code>. The key is shown once.
        </>
      ),
    },
    {
      done: setup?.hasPlanogram ?? false,
      title: 'Import a planogram and make it active for a bay',
      how: (
        <>
          <Code>planogramImport</Code>, then <Code>planogramVersionActivate</Code>.
        </>
      ),
    },
    {
      done: false,
      title: 'Hand in the first photo',
      how: (
        <>
          <Code>captureSubmit</Code> with the device’s key, or{' '}
          <Code>npm run capture -- --api {'ADDRESS'}</Code> with the address of this page. It appears here
          within seconds.
        </>
      ),
    },
  ];
  return (
    <div className={classes.steps}>
      <h3>No captures yet</h3>
      <p>Three steps lead to the first score:</p>
      <ol>
        {steps.map(({ done, title, how }) => (
          <li key={title} data-tone={done ? 'good' : 'quiet'}>
            {done ? (
              <IconCircleCheck size={20} aria-label="Done" />
            ) : (
              <IconCircle size={20} aria-label="To do" />
            )}
            <div>
              <b>{title}</b>
              <div>{how}</div>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
