'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CaptureLink } from './capture-link.tsx';
import classes from './drift-group-card.module.css';
import { driftItemsQuery } from './list-drift-items.ts';
import { PagedCaptures } from './paged-captures.tsx';

interface DriftedCapturesProps {
  bayId: string;
  taggedVersion: string;
  count: number;
}

/** The waiting captures of one group, each a link to its review. */
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
