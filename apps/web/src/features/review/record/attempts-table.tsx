import { duration } from '../../lib/time.ts';
import { outcomeWord, tierWord } from '../../lib/words/tier-words.ts';
import table from '../../ui/data-table.module.css';
import classes from './capture-record.module.css';
import type { ReviewedCapture } from './read-capture.ts';

/** Every try to read the photo, in order: which tier, how it ended, how long it took. */
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
            <td>{tierWord(attempt.tier)}</td>
            <td>{attempt.provider}</td>
            <td>
              {outcomeWord(attempt.outcome)}
              {attempt.message ? <small>: {attempt.message}</small> : null}
            </td>
            <td className={table.number}>{duration(attempt.durationMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
