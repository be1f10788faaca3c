'use client';
import { useQuery } from '@tanstack/react-query';
import { attemptEndingLabels, attemptOutcomeLabels } from '../../../labels/attempt-outcome-labels.ts';
import table from '../../../ui/data-table.module.css';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { ChartTable } from '../charts/chart-table.tsx';
import { StackedColumns } from '../charts/stacked-columns.tsx';
import classes from '../inference.module.css';
import type { WindowName } from '../inference-view.ts';
import { callColumns, countOutcomes } from './call-columns.ts';
import { breakerMinutesQuery } from './read-breaker-minutes.ts';

interface BreakerCallsProps {
  name: string;
  windowName: WindowName;
  windowLabel: string;
}

/** Shows calls and failures of a breaker's provider over time, and the kinds of failure. */
export function BreakerCalls({ name, windowName, windowLabel }: BreakerCallsProps) {
  const { data, error, refetch, isPlaceholderData } = useQuery(breakerMinutesQuery(name, windowName));
  if (!data)
    return error ? <FaultNotice fault={error} retry={refetch} /> : <LoadingRows rows={3} height={60} />;
  const columns = callColumns(data.minutes, data);
  const outcomes = countOutcomes(data.minutes);
  const sum = (ending: keyof typeof attemptEndingLabels) =>
    columns.reduce((total, { counts }) => total + counts[ending], 0);
  const width = data.bucketMinutes === 1 ? 'by the minute' : `in steps of ${data.bucketMinutes} min`;
  return (
    <div aria-busy={isPlaceholderData}>
      {error ? <StaleNotice retry={refetch} /> : null}
      <h3 className={classes.heading}>
        Attempts {width}, {windowName === '7d' ? 'the last 24 hours (the longest period shown)' : windowLabel}
      </h3>
      <StackedColumns
        height={110}
        froms={columns.map(({ from }) => from)}
        summary={`Attempts at ${name}: ${sum('answered')} answered, ${sum('failed')} failed, ${sum('notCalled')} not called.`}
        layers={[
          {
            name: attemptEndingLabels.answered,
            tone: 'good',
            counts: columns.map(({ counts }) => counts.answered),
          },
          {
            name: attemptEndingLabels.failed,
            tone: 'bad',
            counts: columns.map(({ counts }) => counts.failed),
          },
          {
            name: attemptEndingLabels.notCalled,
            tone: 'quiet',
            hollow: true,
            counts: columns.map(({ counts }) => counts.notCalled),
          },
        ]}
      />
      <ChartTable
        name={`Attempts at ${name}`}
        columns={[
          'From',
          attemptEndingLabels.answered,
          attemptEndingLabels.failed,
          attemptEndingLabels.notCalled,
        ]}
        empty="No attempt in this time."
        rows={columns
          .filter(({ counts }) => counts.answered + counts.failed + counts.notCalled > 0)
          .toReversed()
          .map(({ from, counts }) => ({ from, cells: [counts.answered, counts.failed, counts.notCalled] }))}
      />
      <h3 className={classes.heading}>Outcomes by class</h3>
      {outcomes.length === 0 ? <p className={classes.lead}>No attempt in this time.</p> : null}
      {outcomes.length > 0 ? (
        <table className={table.table} aria-label="Outcomes by class">
          <tbody>
            {outcomes.map(({ outcome, count }) => (
              <tr key={outcome}>
                <td>{attemptOutcomeLabels[outcome].label}</td>
                <td className={classes.dim}>
                  <code>{outcome}</code>
                </td>
                <td className={table.number}>{count.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </div>
  );
}
