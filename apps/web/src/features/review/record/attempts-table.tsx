import { attemptOutcomeLabels } from '../../../labels/attempt-outcome-labels.ts';
import { tierLabel } from '../../../labels/tier-labels.ts';
import { duration } from '../../../lib/time.ts';
import table from '../../../ui/data-table.module.css';
import type { ReviewedCapture } from '../read-capture.ts';
import classes from './capture-record.module.css';

/** Lists every attempt to read the photo: which tier, its outcome, its duration. */
export function AttemptsTable({ attempts }: { attempts: ReviewedCapture['attempts'] }) {
  if (attempts.length === 0) return <p className={classes.none}>No tier has been asked yet.</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>No.</th>
          <th>Tier</th>
          <th>Provider</th>
          <th>Outcome</th>
          <th className={table.number}>Took</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map((attempt) => (
          <tr key={attempt.ordinal}>
            <td>{attempt.ordinal}</td>
            <td>{tierLabel(attempt.tier)}</td>
            <td>{attempt.provider}</td>
            <td>
              {attemptOutcomeLabels[attempt.outcome].label}
              {attempt.message ? <small>: {attempt.message}</small> : null}
            </td>
            <td className={table.number}>{duration(attempt.durationMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
