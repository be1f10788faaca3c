'use client';
import { useId } from 'react';
import { ownTimeZone } from '../../../lib/own-time-zone.ts';
import { percent } from '../../../lib/percent.ts';
import { inUtc, inZone } from '../../../lib/time.ts';
import { useSize } from '../../../lib/use-size.ts';
import classes from '../charts/chart.module.css';
import { TimeAxis } from '../charts/time-axis.tsx';
import type { FallbackPoint } from './read-fallback.ts';
import { topOfScale, unbrokenRuns } from './unbroken-runs.ts';

interface RateChartProps {
  points: readonly FallbackPoint[];
  /** 0..1: the alert threshold, drawn as a dashed line. */
  line: number;
  /** Describes the drawing in words. */
  summary: string;
}

const height = 176;
const left = 40;
const right = 8;
const top = 10;
const bottom = 6;

/** Draws the fallback rate over time. Gaps stay gaps: no photo came then. */
export function RateChart({ points, line, summary }: RateChartProps) {
  const { ref, width } = useSize<HTMLDivElement>();
  const titleId = useId();
  const rates = points.map(({ fallbackRate }) => fallbackRate);
  const scaleTop = topOfScale(rates, line);
  const step = (width - left - right) / Math.max(1, points.length);
  const x = (at: number) => left + step * (at + 0.5);
  const y = (rate: number) => top + (height - top - bottom) * (1 - rate / scaleTop);
  const timeZone = ownTimeZone();
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={height} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{summary}</title>
        {[0, scaleTop / 2, scaleTop].map((rate) => (
          <g key={rate}>
            <line className={classes.grid} x1={left} x2={width - right} y1={y(rate)} y2={y(rate)} />
            <text className={classes.tick} x={left - 6} y={y(rate)} dy="0.32em" textAnchor="end">
              {percent(rate)}
            </text>
          </g>
        ))}
        <g data-tone="bad">
          <line className={classes.limit} x1={left} x2={width - right} y1={y(line)} y2={y(line)} />
          <text className={classes.limitWord} x={width - right} y={y(line) - 5} textAnchor="end">
            alert above {percent(line)}
          </text>
        </g>
        {unbrokenRuns(rates).map((run) => (
          <polyline
            key={run[0]?.at}
            className={classes.rate}
            points={run.map(({ at, rate }) => `${x(at)},${y(rate)}`).join(' ')}
          />
        ))}
        {points.map(({ from, fallbackRate, tier1, tier2, tier3 }, at) => (
          <g key={from} data-tone={(fallbackRate ?? 0) > line ? 'bad' : 'over'}>
            {fallbackRate === null ? null : (
              <circle
                className={classes.dot}
                cx={x(at)}
                cy={y(fallbackRate)}
                r={fallbackRate > line ? 4 : 2.5}
              />
            )}
            <rect
              className={classes.hit}
              x={x(at) - step / 2}
              y={0}
              width={Math.max(0, step)}
              height={height}
            >
              <title>
                {`${inZone(from, timeZone)} (${inUtc(from)}): ${
                  fallbackRate === null
                    ? 'no photo'
                    : `${percent(fallbackRate)} fallback of ${tier1 + tier2 + tier3} photos`
                }`}
              </title>
            </rect>
          </g>
        ))}
      </svg>
      <TimeAxis froms={points.map(({ from }) => from)} left={left} right={right} />
    </div>
  );
}
