'use client';
import { IconArrowRight } from '@tabler/icons-react';
import { percent } from '../../lib/percent.ts';
import { useRowWalk } from '../../lib/use-row-walk.ts';
import { CaptureCell } from '../../ui/capture-cell.tsx';
import table from '../../ui/data-table.module.css';
import classes from './batch-screen.module.css';
import { ItemStateTag } from './item-state-tag.tsx';
import type { BatchItem } from './list-batch-items.ts';

export function ItemTable({ items }: { items: readonly BatchItem[] }) {
  const body = useRowWalk<HTMLTableSectionElement>();
  return (
    <table className={`${table.table} ${classes.items}`} aria-label="Captures of the batch">
      <thead>
        <tr>
          <th>Capture</th>
          <th>State</th>
          <th>Score before and after</th>
          <th>Version</th>
          <th>Reason</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {items.map((item) => (
          <ItemRow key={item.capture.id} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({
  item: { state, capture, scoreBefore, scoreAfter, message, attempts },
}: {
  item: BatchItem;
}) {
  const from = scoreBefore?.planogramVersion.label;
  const to = scoreAfter?.planogramVersion.label;
  return (
    <tr>
      <td>
        <CaptureCell capture={capture} />
      </td>
      <td>
        <ItemStateTag state={state} />
      </td>
      <td className={classes.scores}>
        {scoreBefore || scoreAfter ? (
          <>
            <ScoreLabel score={scoreBefore} /> <IconArrowRight size={13} aria-label="then" />{' '}
            <ScoreLabel score={scoreAfter} />
          </>
        ) : (
          <span className={classes.dim}>–</span>
        )}
      </td>
      <td className={classes.dim}>{to && from && from !== to ? `${from} → ${to}` : (to ?? from ?? '–')}</td>
      <td className={classes.why}>
        {message}
        {attempts > 1 ? <span className={classes.dim}> {attempts} attempts</span> : null}
      </td>
    </tr>
  );
}

function ScoreLabel({ score }: { score: BatchItem['scoreBefore'] }) {
  if (!score) return <span className={classes.dim}>none</span>;
  if (score.score === null) return <span title={score.unscoredReason ?? ''}>Unscored</span>;
  return <b title={`Coverage ${percent(score.coverage)}`}>{percent(score.score)}</b>;
}
