import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { inUtc } from '../../../lib/time.ts';
import classes from './chart.module.css';

interface TimeAxisProps {
  /** Start of each column, in order. */
  froms: readonly string[];
  /** Free space at the sides of the drawing, in screen pixels. */
  left: number;
  right: number;
}

const dayMs = 86_400_000;

/** Shows when the first, the middle and the last column of a chart started; UTC on hover. */
export function TimeAxis({ froms, left, right }: TimeAxisProps) {
  const first = froms[0];
  const middle = froms[Math.floor(froms.length / 2)];
  const last = froms.at(-1);
  if (!first || !middle || !last) return null;
  const long = Date.parse(last) - Date.parse(first) > dayMs;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: ownTimeZone(),
    hour: '2-digit',
    minute: '2-digit',
    ...(long ? { day: 'numeric', month: 'short' } : {}),
  });
  return (
    <div className={classes.axis} style={{ paddingLeft: left, paddingRight: right }}>
      {[first, middle, last].map((at) => (
        <time key={at} dateTime={at} title={inUtc(at)}>
          {format.format(new Date(at))}
        </time>
      ))}
    </div>
  );
}
