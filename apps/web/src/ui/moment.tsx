'use client';
import { ago, inUtc, inZone, until } from '../lib/time.ts';
import { useNow } from '../lib/use-now.ts';

/** Shows a moment on the clock of its store; UTC on hover. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  return (
    <time dateTime={at} title={`${inUtc(at)} · shown in ${timeZone}`}>
      {inZone(at, timeZone)}
    </time>
  );
}

/** Shows the age of a moment; the moment itself on hover. */
export function Age({ at, timeZone = 'UTC' }: { at: string; timeZone?: string }) {
  const now = useNow(1_000);
  return (
    <time dateTime={at} title={`${inZone(at, timeZone)} (${timeZone}) · ${inUtc(at)}`}>
      {ago(at, now)}
    </time>
  );
}

/** Shows when something is due, from now and on the clock of its store; UTC on hover. */
export function Due({ at, timeZone }: { at: string; timeZone: string }) {
  const now = useNow(1_000);
  return (
    <time dateTime={at} title={`${inUtc(at)} · shown in ${timeZone}`}>
      {until(at, now)} ({inZone(at, timeZone)})
    </time>
  );
}
