'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MappingRow } from './mapping-draft.ts';
import classes from './mapping-panel.module.css';
import type { useMappingDraft } from './use-mapping-draft.ts';

interface MappingActionsProps {
  draft: ReturnType<typeof useMappingDraft>;
  savedCount: number;
  saveRows: (rows: MappingRow[]) => void;
  addAlias: () => void;
}

/** Offers the actions on a whole mapping. Removing it asks for confirmation. */
export function MappingActions({ draft, savedCount, saveRows, addAlias }: MappingActionsProps) {
  const { rows, isChanged, propose, save, discard } = draft;
  const [confirming, setConfirming] = useState(false);
  return (
    <div className={classes.acts}>
      <Button
        variant={rows.length === 0 ? 'filled' : 'default'}
        loading={propose.isPending}
        onClick={() => propose.mutate()}
      >
        Propose from the comparison
      </Button>
      {rows.length > 0 ? (
        <Button variant="default" onClick={addAlias}>
          Add an alias
        </Button>
      ) : null}
      {savedCount > 0 && !isChanged ? (
        <>
          {/* One button for both, so that it keeps the focus. */}
          <Button variant="default" onClick={() => setConfirming(!confirming)}>
            {confirming ? 'Keep it' : 'Remove…'}
          </Button>
          {confirming ? (
            <Button
              color="red"
              loading={save.isPending}
              onClick={() => {
                setConfirming(false);
                saveRows([]);
              }}
            >
              Remove the mapping
            </Button>
          ) : null}
        </>
      ) : null}
      {isChanged ? (
        <>
          <Button variant="default" onClick={discard}>
            Discard the changes
          </Button>
          <Button loading={save.isPending} disabled={rows.length === 0} onClick={() => saveRows(rows)}>
            Save the mapping
          </Button>
        </>
      ) : null}
    </div>
  );
}
