'use client';
import { useId } from 'react';
import { useSize } from '../../lib/use-size.ts';
import table from '../../ui/data-table.module.css';
import { binNames, histogramDescription, type Impact } from './impact-labels.ts';
import classes from './score-histogram.module.css';

const height = 168;
const left = 34;
const right = 10;
const top = 12;
const bottom = 20;
/** Bars are in pairs, hollow before and solid after: colour alone does not distinguish them. */
const sides = [
  { side: 'before', name: 'Before', tone: 'quiet' },
  { side: 'after', name: 'After', tone: 'over' },
] as const;

/** Shows captures by score in bins of 10 %, before and after. */
export function ScoreHistogram({ impact }: { impact: Impact }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const titleId = useId();
  const counts = { before: impact.histogramBefore, after: impact.histogramAfter };
  const maxCount = Math.max(1, ...counts.before, ...counts.after);
  const step = Math.max(0, width - left - right) / binNames.length;
  const baseline = height - bottom;
  const barHeight = (count: number) => ((baseline - top) * count) / maxCount;
  const barWidth = Math.max(2, step * 0.34);
  return (
    <div>
      <ul className={classes.legend}>
        {sides.map(({ side, name, tone }) => (
          <li key={side}>
            <span className={classes.key} data-tone={tone} data-side={side} aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <div ref={ref} className={classes.chart}>
        <svg width={width} height={height} role="img" aria-labelledby={titleId}>
          <title id={titleId}>{histogramDescription(impact)}</title>
          <line className={classes.grid} x1={left} x2={width - right} y1={top} y2={top} />
          <line
            className={classes.grid}
            x1={left}
            x2={width - right}
            y1={baseline + 0.5}
            y2={baseline + 0.5}
          />
          <text className={classes.tick} x={left - 6} y={top} dy="0.32em" textAnchor="end">
            {maxCount.toLocaleString('en')}
          </text>
          {binNames.map((name, at) => (
            <g key={name}>
              {sides.map(({ side, tone }, sideIndex) => {
                const count = counts[side][at] ?? 0;
                return count === 0 ? null : (
                  <rect
                    key={side}
                    className={classes.bar}
                    data-tone={tone}
                    data-side={side}
                    x={left + step * (at + 0.5) + (sideIndex - 1) * (barWidth + 1) + 0.5}
                    width={barWidth}
                    y={baseline - barHeight(count)}
                    height={barHeight(count)}
                  />
                );
              })}
              <rect className={classes.hit} x={left + step * at} y={0} width={step} height={baseline}>
                <title>{`${name}: ${counts.before[at] ?? 0} before, ${counts.after[at] ?? 0} after`}</title>
              </rect>
              {/* Every other bound: all of them would overlap on a phone. */}
              {at % 2 === 0 ? (
                <text
                  className={classes.tick}
                  x={left + step * at}
                  y={height - 5}
                  textAnchor={at === 0 ? 'start' : 'middle'}
                >
                  {at * 10}
                </text>
              ) : null}
            </g>
          ))}
          <text className={classes.tick} x={width - right} y={height - 5} textAnchor="end">
            100 %
          </text>
        </svg>
      </div>
      <details className={classes.table}>
        <summary>The same as a table</summary>
        <table className={table.table} aria-label="Captures by score">
          <thead>
            <tr>
              <th>Score</th>
              <th className={table.number}>Before</th>
              <th className={table.number}>After</th>
            </tr>
          </thead>
          <tbody>
            {binNames.map((name, at) => (
              <tr key={name}>
                <td>{name}</td>
                <td className={table.number}>{counts.before[at] ?? 0}</td>
                <td className={table.number}>{counts.after[at] ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
