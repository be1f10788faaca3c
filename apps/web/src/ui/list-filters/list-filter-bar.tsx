'use client';
import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { StoreSelect } from '../pickers/store-select.tsx';
import classes from './list-filter-bar.module.css';
import type { Status, useListFilters } from './list-filters.ts';

interface ListFilterBarProps extends ReturnType<typeof useListFilters> {
  /** Names the filter for screen readers: "Filter alerts". */
  name: string;
}

const statuses: { value: Status; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
];

export function ListFilterBar({ name, filters, setFilters }: ListFilterBarProps) {
  return (
    <search className={classes.bar} aria-label={name}>
      <StoreSelect placeholder="Any" value={filters.store} onChange={(store) => void setFilters({ store })} />
      <Select
        label="Status"
        placeholder="Open and closed"
        data={statuses}
        value={filters.status}
        onChange={(status) => void setFilters({ status: status as Status | null })}
        clearable
      />
      {filters.store !== null || filters.status !== null ? (
        <Button
          variant="subtle"
          leftSection={<IconX size={14} />}
          onClick={() => void setFilters({ store: null, status: null })}
        >
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
