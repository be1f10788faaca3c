'use client';
import { IconArrowRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { percent } from '../../../lib/percent.ts';
import table from '../../../ui/data-table.module.css';
import { CaptureLink } from '../capture-link.tsx';
import classes from '../drift-card.module.css';
import { PagedCaptures } from '../paged-captures.tsx';
import type { SilentDriftGroup } from './list-silent-drift-groups.ts';
import { type SilentDriftItem, silentDriftItemsQuery } from './list-silent-drift-items.ts';
import { marginLabel } from './margin-label.ts';

/** Lists the captures of one group with both scores, and what distinguishes the versions. */
export function SilentDriftCaptures({ group }: { group: SilentDriftGroup }) {
  return (
    <PagedCaptures query={useInfiniteQuery(silentDriftItemsQuery(group))}>
      {(items) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <div className={classes.table} tabIndex={0}>
          <table className={table.table} aria-label="Captures with silent drift">
            <thead>
              <tr>
                <th>Capture</th>
                <th>Both scores</th>
                <th>Margin</th>
                <th className={table.number}>Distinguishing facings</th>
                <th className={table.number}>Tier</th>
                <th>Reason</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ItemRow key={item.id} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </PagedCaptures>
  );
}

function ItemRow({ item }: { item: SilentDriftItem }) {
  const { capture, pinnedScore, betterScore, discriminatingFacings, score, reason } = item;
  return (
    <tr>
      <td>
        <CaptureLink capture={capture} />
      </td>
      <td className={classes.scores}>
        {percent(pinnedScore)} <IconArrowRight size={13} aria-label="against the other" />{' '}
        <b>{percent(betterScore)}</b>
      </td>
      <td className={classes.scores}>{marginLabel(pinnedScore, betterScore)}</td>
      <td className={table.number}>{discriminatingFacings}</td>
      <td className={table.number}>{score.tier}</td>
      <td className={classes.why}>{reason}</td>
    </tr>
  );
}
