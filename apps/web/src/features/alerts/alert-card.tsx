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
import { alertWords } from '../../lib/words/alert-words.ts';
import { Age } from '../../ui/moment.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { AlertActions } from './alert-actions.tsx';
import classes from './alert-list.module.css';
import type { ListedAlert } from './list-alerts.ts';

/** One alert: what happened, what it is about, what to do, and who has seen to it. */
export function AlertCard({ alert, mayAct }: { alert: ListedAlert; mayAct: boolean }) {
  const [open, { toggle }] = useDisclosure(false);
  const stepsId = useId();
  const { word, meaning, window, steps } = alertWords[alert.rule];
  const { store, capture } = alert;
  const timeZone = store?.timeZone ?? 'UTC';
  const about = [store?.code, capture?.bay.aisle].filter(Boolean).join(' · ');
  const captureId = capture ? encodeURIComponent(capture.id) : null;
  return (
    <article className={classes.card} aria-label={`${word}${about ? `, ${about}` : ''}`}>
      {capture ? <Thumbnail identity={capture.id} url={capture.photo?.thumbnailUrl ?? null} /> : null}
      <div className={classes.what}>
        <div className={classes.title}>
          <b>{word}</b>
          <span>{about}</span>
          <AlertStateTag alert={alert} />
        </div>
        <p>{meaning}</p>
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
                {window} {alert.message}
              </p>
            </>
          ) : null}
        </div>
      </div>
      {mayAct && alert.closedAt === null ? <AlertActions alert={alert} /> : null}
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
