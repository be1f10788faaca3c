'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Panel } from '../../ui/panel.tsx';
import list from '../batches/batch-list.module.css';
import { BatchRow } from '../batches/batch-row.tsx';
import classes from './drift-screen.module.css';
import { driftBatchesQuery } from './list-drift-batches.ts';

/** What was decided a moment ago and how far it is; nothing while there is nothing to tell. */
export function DriftBatches() {
  const { data: batches } = useQuery(driftBatchesQuery);
  if (!batches || batches.length === 0) return null;
  return (
    <div className={classes.batches}>
      <Panel title="Decided, and on their way" aside={<Link href="/batches">All batches</Link>} flush>
        <ul className={list.list}>
          {batches.map((batch) => (
            <li key={batch.id}>
              <BatchRow batch={batch} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
