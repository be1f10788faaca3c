'use client';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useId } from 'react';
import { reasonWords, stageWord } from '../../lib/words/dead-letter-words.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Age, Moment } from '../../ui/moment.tsx';
import classes from './dead-letter-list.module.css';
import type { ListedDeadLetter } from './list-dead-letters.ts';
import { ProblemTable } from './problem-table.tsx';

/** One item that was set aside; opened, it shows what is wrong and the payload as it came. */
export function DeadLetterCard({ letter }: { letter: ListedDeadLetter }) {
  const [open, { toggle }] = useDisclosure(false);
  const bodyId = useId();
  const { word, advice, operator } = reasonWords(letter.reason);
  const timeZone = letter.store?.timeZone ?? 'UTC';
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
          {word}
        </span>
        <span className={classes.dim}>
          {letter.store ? `${letter.store.code} ${letter.store.name} · ` : ''}
          <Age at={letter.createdAt} timeZone={timeZone} />
        </span>
        <span className={classes.message}>{letter.message}</span>
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
              {stageWord(letter.stage)} · <Moment at={letter.createdAt} timeZone={timeZone} /> · code{' '}
              {letter.reason}
              {letter.capture ? (
                <>
                  {' · '}
                  <Link href={`/captures/${encodeURIComponent(letter.capture.id)}`}>Open the capture</Link>
                </>
              ) : null}
            </p>
            <ProblemTable problems={letter.problems} />
            {letter.rawPayload === undefined ? (
              <p className={classes.dim}>Your role does not include reading payloads.</p>
            ) : (
              <JsonView label="Payload as it came" text={letter.rawPayload} />
            )}
          </div>
        ) : null}
      </div>
    </>
  );
}
