import { percent } from '../../lib/percent.ts';
import table from '../../ui/data-table.module.css';
import { Moment } from '../../ui/moment.tsx';
import classes from './capture-record.module.css';
import type { ReviewedCapture } from './read-capture.ts';

interface ScoreRowsProps {
  scores: ReviewedCapture['scores'];
  currentId: string | null;
  timeZone: string;
}

/** All scores that the capture has had. A score is never changed, only followed by another. */
export function ScoreRows({ scores, currentId, timeZone }: ScoreRowsProps) {
  if (scores.length === 0) return <p className={classes.none}>No score yet.</p>;
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>When</th>
          <th className={table.number}>Score</th>
          <th className={table.number}>Coverage</th>
          <th className={table.number}>Strict</th>
          <th>Tier</th>
          <th>Model</th>
          <th>Version</th>
          <th>Formula</th>
        </tr>
      </thead>
      <tbody>
        {scores.map((score) => (
          <tr key={score.id}>
            <td>
              <Moment at={score.createdAt} timeZone={timeZone} />
              {score.id === currentId ? ' (current)' : ''}
            </td>
            <td className={table.number}>{percent(score.score)}</td>
            <td className={table.number}>{percent(score.coverage)}</td>
            <td className={table.number}>{percent(score.strictRate)}</td>
            <td>{score.tier}</td>
            <td>{score.modelId}</td>
            <td>{score.planogramVersion.label}</td>
            <td>{score.formulaVersion}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
