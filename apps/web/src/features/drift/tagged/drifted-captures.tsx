'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CaptureLink } from '../capture-link.tsx';
import classes from '../drift-card.module.css';
import { PagedCaptures } from '../paged-captures.tsx';
import { driftItemsQuery } from './list-drift-items.ts';

interface DriftedCapturesProps {
  bayId: string;
  taggedVersion: string;
  count: number;
}

/** Lists the waiting captures of one group, each with a link to its review. */
export function DriftedCaptures({ bayId, taggedVersion, count }: DriftedCapturesProps) {
  return (
    <PagedCaptures query={useInfiniteQuery(driftItemsQuery(bayId, taggedVersion, count))}>
      {(items) => (
        <ul className={classes.items}>
          {items.map(({ id, capture }) => (
            <li key={id}>
              <CaptureLink capture={capture} />
            </li>
          ))}
        </ul>
      )}
    </PagedCaptures>
  );
}
