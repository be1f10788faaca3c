'use client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MappingRow } from './mapping-draft.ts';
import classes from './mapping-panel.module.css';
import type { useMappingDraft } from './use-mapping-draft.ts';

interface MappingActsProps {
  draft: ReturnType<typeof useMappingDraft>;
  savedCount: number;
  keep: (rows: MappingRow[]) => void;
  addAlias: () => void;
}

/** What can be done with the whole of a mapping. Taking it away asks once more. */
export function MappingActs({ draft, savedCount, keep, addAlias }: MappingActsProps) {
  const { rows, isChanged, propose, save, giveUp } = draft;
  const [asked, setAsked] = useState(false);
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
          {/* One button for both, so that the focus stays where it is. */}
          <Button variant="default" onClick={() => setAsked(!asked)}>
            {asked ? 'Leave it' : 'Take away…'}
          </Button>
          {asked ? (
            <Button
              color="red"
              loading={save.isPending}
              onClick={() => {
                setAsked(false);
                keep([]);
              }}
            >
              Take it away
            </Button>
          ) : null}
        </>
      ) : null}
      {isChanged ? (
        <>
          <Button variant="default" onClick={giveUp}>
            Give up the changes
          </Button>
          <Button loading={save.isPending} disabled={rows.length === 0} onClick={() => keep(rows)}>
            Save the mapping
          </Button>
        </>
      ) : null}
    </div>
  );
}
