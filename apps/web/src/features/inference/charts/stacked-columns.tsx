'use client';
import { useId } from 'react';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { inUtc, inZone } from '../../../lib/time.ts';
import { useSize } from '../../../lib/use-size.ts';
import type { Tone } from '../../../ui/tone.ts';
import classes from './chart.module.css';
import { TimeAxis } from './time-axis.tsx';

export interface Layer {
  name: string;
  tone: Tone;
  /** One per column. */
  counts: readonly number[];
  /** Drawn hollow: colour alone would not distinguish it. */
  hollow?: boolean;
}

interface StackedColumnsProps {
  froms: readonly string[];
  /** From bottom to top. */
  layers: readonly Layer[];
  height: number;
  /** Describes the drawing in words. */
  summary: string;
}

const left = 40;
const right = 8;
const top = 8;

/** Shows counts over time, one column per bucket, with a legend that carries the sums. */
export function StackedColumns({ froms, layers, height, summary }: StackedColumnsProps) {
  const { ref, width } = useSize<HTMLDivElement>();
  const titleId = useId();
  const totals = froms.map((_, at) => layers.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0));
  const maxTotal = Math.max(1, ...totals);
  const step = (width - left - right) / Math.max(1, froms.length);
  const barHeight = (count: number) => ((height - top) * count) / maxTotal;
  const timeZone = ownTimeZone();
  return (
    <>
      <ul className={classes.legend}>
        {layers.map(({ name, tone, counts, hollow = false }) => (
          <li key={name}>
            <span className={classes.key} data-tone={tone} data-hollow={hollow} aria-hidden />
            {name} <b>{counts.reduce((sum, count) => sum + count, 0).toLocaleString('en')}</b>
          </li>
        ))}
      </ul>
      <div ref={ref} className={classes.chart}>
        <svg width={width} height={height} role="img" aria-labelledby={titleId}>
          <title id={titleId}>{summary}</title>
          <line className={classes.grid} x1={left} x2={width - right} y1={height - 0.5} y2={height - 0.5} />
          <line className={classes.grid} x1={left} x2={width - right} y1={top} y2={top} />
          <text className={classes.tick} x={left - 6} y={top} dy="0.32em" textAnchor="end">
            {maxTotal.toLocaleString('en')}
          </text>
          {froms.map((from, at) => {
            let below = 0;
            const description = layers.map(({ name, counts }) => `${name} ${counts[at] ?? 0}`).join(', ');
            return (
              <g key={from}>
                {layers.map(({ name, tone, counts, hollow = false }) => {
                  const count = counts[at] ?? 0;
                  const y = height - barHeight(below + count);
                  below += count;
                  return count === 0 ? null : (
                    <rect
                      key={name}
                      data-tone={tone}
                      data-hollow={hollow}
                      className={classes.column}
                      x={left + step * at + step * 0.12}
                      width={Math.max(1, step * 0.76)}
                      y={y}
                      height={barHeight(count)}
                    />
                  );
                })}
                <rect
                  className={classes.hit}
                  x={left + step * at}
                  y={0}
                  width={Math.max(0, step)}
                  height={height}
                >
                  <title>{`${inZone(from, timeZone)} (${inUtc(from)}): ${description}`}</title>
                </rect>
              </g>
            );
          })}
        </svg>
        <TimeAxis froms={froms} left={left} right={right} />
      </div>
    </>
  );
}
