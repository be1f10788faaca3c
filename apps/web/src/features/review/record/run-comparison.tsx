'use client';
import { useQuery } from '@tanstack/react-query';
import { points } from '../../../labels/score-labels.ts';
import { percent } from '../../../lib/percent.ts';
import { Facts } from '../../../ui/facts.tsx';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading-rows.tsx';
import { ChangedPositions } from './changed-positions.tsx';
import { type Comparison, comparisonQuery } from './compare-scores.ts';
import classes from './run-comparison.module.css';

interface RunComparisonProps {
  captureId: string;
  before: { id: string; score: number | null };
  after: { id: string; score: number | null };
}

/** Shows what changed from one score to another: the score by component, and the positions behind it. */
export function RunComparison({ captureId, before, after }: RunComparisonProps) {
  const { data, error, refetch } = useQuery(comparisonQuery(captureId, before.id, after.id));
  if (!data) {
    if (error) return <FaultNotice fault={error} retry={refetch} />;
    return data === null ? (
      <p className={classes.none}>These two scores cannot be compared.</p>
    ) : (
      <LoadingRows rows={2} />
    );
  }
  return (
    <section className={classes.comparison} aria-label="What changed between the two scores">
      <div className={classes.head}>
        <b>
          {percent(before.score)} → {percent(after.score)}
        </b>
        <span>
          {data.score === null
            ? 'One of the two has no score.'
            : `${points(data.score)} points of score, ${points(data.coverage)} of coverage`}
        </span>
      </div>
      {data.byComponent && data.score !== 0 ? <Parts parts={data.byComponent} /> : null}
      <ChangedPositions comparison={data} />
    </section>
  );
}

const componentLabels = {
  identity: 'Right product',
  shelf: 'Right shelf',
  order: 'Right order',
  facings: 'Facings',
} as const;

/** Shows the contribution of each component; together they are the difference. */
function Parts({ parts }: { parts: NonNullable<Comparison['byComponent']> }) {
  const names = Object.keys(componentLabels) as (keyof typeof componentLabels)[];
  return <Facts facts={names.map((name) => [componentLabels[name], points(parts[name])])} />;
}
