'use client';
import { useId } from 'react';
import { useSize } from '../../lib/use-size.ts';
import table from '../../ui/data-table.module.css';
import { histogramInWords, type Impact, stepNames } from './impact-words.ts';
import classes from './score-histogram.module.css';

const height = 168;
const left = 34;
const right = 10;
const top = 12;
const bottom = 20;
/** Bars stand in pairs, hollow before and solid after: colour alone does not tell them apart. */
const sides = [
  { side: 'before', name: 'Before', tone: 'quiet' },
  { side: 'after', name: 'After', tone: 'over' },
] as const;

/** Captures by score in steps of 10 %, before and after. */
export function ScoreHistogram({ impact }: { impact: Impact }) {
  const { ref, width } = useSize<HTMLDivElement>();
  const titleId = useId();
  const counts = { before: impact.histogramBefore, after: impact.histogramAfter };
  const most = Math.max(1, ...counts.before, ...counts.after);
  const step = Math.max(0, width - left - right) / stepNames.length;
  const floor = height - bottom;
  const tall = (count: number) => ((floor - top) * count) / most;
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
          <title id={titleId}>{histogramInWords(impact)}</title>
          <line className={classes.grid} x1={left} x2={width - right} y1={top} y2={top} />
          <line className={classes.grid} x1={left} x2={width - right} y1={floor + 0.5} y2={floor + 0.5} />
          <text className={classes.tick} x={left - 6} y={top} dy="0.32em" textAnchor="end">
            {most.toLocaleString('en')}
          </text>
          {stepNames.map((name, at) => (
            <g key={name}>
              {sides.map(({ side, tone }, place) => {
                const count = counts[side][at] ?? 0;
                return count === 0 ? null : (
                  <rect
                    key={side}
                    className={classes.bar}
                    data-tone={tone}
                    data-side={side}
                    x={left + step * (at + 0.5) + (place - 1) * (barWidth + 1) + 0.5}
                    width={barWidth}
                    y={floor - tall(count)}
                    height={tall(count)}
                  />
                );
              })}
              <rect className={classes.hit} x={left + step * at} y={0} width={step} height={floor}>
                <title>{`${name}: ${counts.before[at] ?? 0} before, ${counts.after[at] ?? 0} after`}</title>
              </rect>
              {/* Every other bound: all of them would run into one another on a telephone. */}
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
            {stepNames.map((name, at) => (
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
