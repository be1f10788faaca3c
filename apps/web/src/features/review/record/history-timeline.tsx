'use client';
import { captureStateLabels } from '../../../labels/capture-state-labels.ts';
import { duration } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Moment } from '../../../ui/moment.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './history-timeline.module.css';

interface HistoryTimelineProps {
  events: ReviewedCapture['history'];
  timeZone: string;
}

/** Lists the state changes of a capture, oldest first, with the time in each state. */
export function HistoryTimeline({ events, timeZone }: HistoryTimelineProps) {
  const now = useNow(1_000);
  const inOrder = events.toSorted((a, b) => a.revision - b.revision);
  return (
    <ol className={classes.timeline}>
      {inOrder.map((event, at) => {
        const next = inOrder[at + 1];
        const stayedMs = Math.max(0, (next ? Date.parse(next.at) : now) - Date.parse(event.at));
        const over = !next && captureStateLabels[event.toState].terminal;
        return (
          <li key={event.revision}>
            <div className={classes.line}>
              <StateTag state={event.toState} />
              <span className={classes.dim}>
                {over ? null : next ? `for ${duration(stayedMs)}` : `for ${duration(stayedMs)} so far`}
              </span>
            </div>
            <div>{event.reason}</div>
            <FactLine facts={event.facts} />
            <div className={classes.dim}>
              <Moment at={event.at} timeZone={timeZone} /> · {event.actor}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Shows the facts that are a single word or number; the API has the rest. */
function FactLine({ facts }: { facts: unknown }) {
  if (typeof facts !== 'object' || facts === null) return null;
  const short = Object.entries(facts).filter(([, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
  if (short.length === 0) return null;
  return <div className={classes.facts}>{short.map(([name, value]) => `${name} ${value}`).join(' · ')}</div>;
}
