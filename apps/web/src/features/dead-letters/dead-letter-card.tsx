'use client';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useId } from 'react';
import { reasonLabel, stageLabel } from '../../labels/dead-letter-labels.ts';
import { deadLetterSentence } from '../../labels/dead-letter-sentence.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Age, Moment } from '../../ui/moment.tsx';
import classes from './dead-letter-list.module.css';
import type { ListedDeadLetter } from './list-dead-letters.ts';
import { ProblemTable } from './problem-table.tsx';

/** Shows one dead letter; opened, it shows the problems and the payload as received. */
export function DeadLetterCard({ deadLetter }: { deadLetter: ListedDeadLetter }) {
  const [open, { toggle }] = useDisclosure(false);
  const bodyId = useId();
  const { label, advice, operator } = reasonLabel(deadLetter.reason);
  const timeZone = deadLetter.store?.timeZone ?? 'UTC';
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button
        type="button"
        className={classes.head}
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={toggle}
      >
        <span className={classes.word}>
          <Chevron size={16} aria-hidden />
          {label}
        </span>
        <span className={classes.dim}>
          {deadLetter.store ? `${deadLetter.store.code} ${deadLetter.store.name} · ` : ''}
          <Age at={deadLetter.createdAt} timeZone={timeZone} />
        </span>
        <span className={classes.message}>{deadLetterSentence(deadLetter)}</span>
      </button>
      <div id={bodyId}>
        {open ? (
          <div className={classes.body}>
            <p>
              <b>For the store:</b> {advice}
            </p>
            {operator ? (
              <p>
                <b>For the operator:</b> {operator}
              </p>
            ) : null}
            <p className={classes.dim}>
              {stageLabel(deadLetter.stage)} · <Moment at={deadLetter.createdAt} timeZone={timeZone} /> · code{' '}
              {deadLetter.reason}
              {deadLetter.cameraModel ? ` · ${deadLetter.cameraModel}` : ''}
              {deadLetter.firmware ? ` · firmware ${deadLetter.firmware}` : ''}
              {deadLetter.capture ? (
                <>
                  {' · '}
                  <Link href={`/captures/${encodeURIComponent(deadLetter.capture.id)}`}>
                    Open the capture
                  </Link>
                </>
              ) : null}
            </p>
            <ProblemTable problems={deadLetter.problems} />
            {deadLetter.rawPayload === undefined ? (
              <p className={classes.dim}>Your role does not include reading payloads.</p>
            ) : (
              <JsonView label="Payload as received" text={deadLetter.rawPayload} />
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}
