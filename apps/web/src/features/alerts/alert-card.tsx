'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconBellCheck,
  IconBellRinging,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
} from '@tabler/icons-react';
import Link from 'next/link';
import { useId } from 'react';
import { alertLabels } from '../../labels/alert-labels.ts';
import { Age } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { AlertActions } from './alert-actions.tsx';
import { AlertExamples } from './alert-examples.tsx';
import classes from './alert-list.module.css';
import type { ListedAlert } from './list-alerts.ts';

/** Shows one alert: what happened, what it is about, what to do, and who handled it. */
export function AlertCard({ alert }: { alert: ListedAlert }) {
  const [open, { toggle }] = useDisclosure(false);
  const stepsId = useId();
  const { label, meaning, window, occurrence, steps } = alertLabels[alert.rule];
  const { store, capture, captures } = alert;
  const timeZone = store?.timeZone ?? 'UTC';
  const about = [store?.code, capture?.bay.aisle].filter(Boolean).join(' · ');
  const captureId = capture ? encodeURIComponent(capture.id) : null;
  return (
    <article className={classes.card} aria-label={`${label}${about ? `, ${about}` : ''}`}>
      {capture ? <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} /> : null}
      <div className={classes.what}>
        <div className={classes.title}>
          <b>{label}</b>
          <span>{about}</span>
          <AlertStateTag alert={alert} />
        </div>
        <p>{meaning}</p>
        {captures.length > 0 ? <p>{occurrence(alert.params)}</p> : null}
        <p className={classes.dim}>
          raised <Age at={alert.createdAt} timeZone={timeZone} />
          {alert.occurrences > 1 ? (
            <>
              , {alert.occurrences} times, last <Age at={alert.lastSeenAt} timeZone={timeZone} />
            </>
          ) : null}
          {alert.acknowledgedAt ? (
            <>
              {' '}
              · acknowledged by {alert.acknowledgedBy} <Age at={alert.acknowledgedAt} timeZone={timeZone} />
            </>
          ) : null}
          {alert.closedAt ? (
            <>
              {' '}
              · closed by {alert.closedBy} <Age at={alert.closedAt} timeZone={timeZone} />
            </>
          ) : null}
        </p>
        {captures.length > 0 ? <AlertExamples captures={captures} /> : null}
        <div className={classes.links}>
          {captureId && alert.rule === 'CAPTURE_CONFLICT' ? (
            <Link href={`/conflicts?capture=${captureId}`}>Compare the photos</Link>
          ) : null}
          {captureId ? (
            <Link href={`/captures/${captureId}`} prefetch={false}>
              Open the capture
            </Link>
          ) : null}
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            aria-expanded={open}
            aria-controls={stepsId}
            onClick={toggle}
          >
            What to do
          </Button>
        </div>
        <div id={stepsId}>
          {open ? (
            <>
              <ol className={classes.steps}>
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <p className={classes.dim}>
                {captures.length > 0 ? window : `${window} ${occurrence(alert.params)}`}
              </p>
            </>
          ) : null}
        </div>
      </div>
      {alert.closedAt === null ? <AlertActions alert={alert} /> : null}
    </article>
  );
}

function AlertStateTag({ alert }: { alert: ListedAlert }) {
  if (alert.closedAt)
    return (
      <Tag tone="quiet" icon={IconCheck}>
        Closed
      </Tag>
    );
  if (alert.acknowledgedAt)
    return (
      <Tag tone="over" icon={IconBellCheck}>
        Acknowledged
      </Tag>
    );
  return (
    <Tag tone="short" icon={IconBellRinging}>
      Open
    </Tag>
  );
}
