'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Panel } from '../../ui/panel.tsx';
import classes from './drift-screen.module.css';
import type { DriftSlots } from './drift-slots.ts';
import { driftBatchesQuery } from './list-drift-batches.ts';

/** Shows recent decisions and their progress; nothing while there are none. */
export function DriftBatchesPanel({ batchRow }: Pick<DriftSlots, 'batchRow'>) {
  const { data: batches } = useQuery(driftBatchesQuery);
  if (!batches || batches.length === 0) return null;
  return (
    <div className={classes.batches}>
      <Panel title="Batches in progress" aside={<Link href="/batches">All batches</Link>} flush>
        <ul className={classes.list}>
          {batches.map((batch) => (
            <li key={batch.id}>{batchRow(batch)}</li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
