'use client';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { versionChoicesQuery } from './list-version-choices.ts';
import { type ChoosablePlanogram, versionGroups } from './version-groups.ts';

/** Delay after the last keystroke before the search starts. */
const settleMs = 300;

interface VersionSelectProps
  extends Pick<
    SelectProps,
    'label' | 'aria-label' | 'placeholder' | 'className' | 'required' | 'clearable' | 'clearButtonProps'
  > {
  /** A version's label. */
  value: string | null;
  onChange: (label: string | null) => void;
  /** The planogram whose versions come first. */
  own?: ChoosablePlanogram | null | undefined;
  leaveOut?: string | undefined;
}

/** Chooses one of all planogram versions; the server searches for the typed text. */
export function VersionSelect({ value, onChange, own, leaveOut, ...inputProps }: VersionSelectProps) {
  const [typed, setTyped] = useState('');
  // The field contains the chosen version's label until a search starts.
  const [search] = useDebouncedValue(typed === value ? '' : typed.trim(), settleMs);
  const { data: found = [], isFetching, error } = useQuery(versionChoicesQuery(search));
  const groups = versionGroups(found, { search, own, leaveOut });
  const isListed = groups.some(({ items }) => items.some((one) => one.value === value));
  const data = value === null || isListed ? groups : [{ value, label: value }, ...groups];
  return (
    <Select
      {...inputProps}
      data={data}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      // The server has filtered already. The chosen version may match no search, and is in no group then.
      filter={({ options }) => options.filter((one) => 'group' in one || search === '')}
      nothingFoundMessage={
        isFetching ? 'Searching …' : error ? 'Versions cannot be read now' : 'No version found'
      }
      searchable
    />
  );
}
