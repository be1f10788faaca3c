'use client';
import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { PageTitle } from '../../ui/page-title.tsx';
import { StoreSelect } from '../../ui/pickers/store-select.tsx';
import { AllConflicts, ConflictsOfCapture } from './conflict-list.tsx';
import classes from './conflicts-screen.module.css';

/** In the address: one store or one capture; captures and alerts link here. */
const filterParsers = { store: parseAsString, capture: parseAsString };

export function ConflictsScreen() {
  const [filters, setFilters] = useQueryStates(filterParsers, { history: 'replace' });
  const { store, capture } = filters;
  return (
    <>
      <PageTitle
        title="Conflicts"
        about="Two different photos have the same bay, time and camera. The first is scored; the later one is stored and changes nothing."
      />
      <search className={classes.bar} aria-label="Filter conflicts">
        <StoreSelect
          placeholder="Any"
          value={store}
          onChange={(code) => void setFilters({ store: code, capture: null })}
        />
        {capture !== null ? (
          <Button
            variant="default"
            rightSection={<IconX size={14} />}
            onClick={() => void setFilters({ capture: null })}
          >
            Only one capture: show all
          </Button>
        ) : null}
      </search>
      {capture === null ? <AllConflicts store={store} /> : <ConflictsOfCapture id={capture} />}
    </>
  );
}
