'use client';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRefresh } from '@tabler/icons-react';
import type { CaptureFilter } from '../../generated/graphql.ts';
import type { NewBatchScope } from '../../lib/batches/batch-scope.ts';
import type { NewBatchSlot } from '../../lib/batches/new-batch-slot.ts';
import type { CaptureSelection } from './capture-selection.ts';
import classes from './selection-bar.module.css';

interface SelectionBarProps {
  selection: CaptureSelection;
  /** Captures that match the filter. */
  total: number;
  filter: CaptureFilter;
  newBatch: NewBatchSlot;
}

/** Shows what is selected, and offers what can be done with it. */
export function SelectionBar({ selection, total, filter, newBatch }: SelectionBarProps) {
  const [open, { open: show, close }] = useDisclosure(false);
  const count = selection.all ? total : selection.ids.length;
  const scope: NewBatchScope = selection.all
    ? { kind: 'FILTER', filter }
    : { kind: 'CAPTURES', captureIds: [...selection.ids] };
  return (
    <section className={classes.bar} aria-label="Selected captures">
      <span aria-live="polite">
        {count === 0 ? (
          'Select captures to score them again.'
        ) : (
          <>
            <b>{count.toLocaleString('en')}</b> selected{selection.all ? ': all that match' : ''}
          </>
        )}
      </span>
      {selection.all ? null : (
        <Button variant="subtle" size="compact-sm" onClick={selection.pickAll}>
          Select all {total.toLocaleString('en')} that match
        </Button>
      )}
      {count > 0 ? (
        <>
          <Button variant="subtle" size="compact-sm" onClick={selection.clear}>
            Clear selection
          </Button>
          <Button variant="default" size="compact-sm" leftSection={<IconRefresh size={14} />} onClick={show}>
            Score again…
          </Button>
        </>
      ) : null}
      {newBatch({ scope, opened: open, close })}
    </section>
  );
}
