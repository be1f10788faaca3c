'use client';
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { versionChoicesQuery } from './list-version-choices.ts';
import { type ChoosablePlanogram, versionGroups } from './version-groups.ts';

/** So long after the last key the API is asked. */
const settleMs = 300;

interface VersionSelectProps
  extends Pick<
    SelectProps,
    'label' | 'aria-label' | 'placeholder' | 'className' | 'required' | 'clearable' | 'clearButtonProps'
  > {
  /** A version's label. */
  value: string | null;
  onChange: (label: string | null) => void;
  /** Its versions stand first. */
  own?: ChoosablePlanogram | null | undefined;
  leaveOut?: string | undefined;
}

/** One planogram version of all there are: what is typed is looked for on the server. */
export function VersionSelect({ value, onChange, own, leaveOut, ...looks }: VersionSelectProps) {
  const [typed, setTyped] = useState('');
  // The field holds the chosen version's label until another is looked for.
  const [search] = useDebouncedValue(typed === value ? '' : typed.trim(), settleMs);
  const { data: found = [], isFetching, error } = useQuery(versionChoicesQuery(search));
  const groups = versionGroups(found, { search, own, leaveOut });
  const isListed = groups.some(({ items }) => items.some((one) => one.value === value));
  const data = value === null || isListed ? groups : [{ value, label: value }, ...groups];
  return (
    <Select
      {...looks}
      data={data}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      // The server has looked already. What stands in no group is the chosen one, which need not be what is looked for.
      filter={({ options }) => options.filter((one) => 'group' in one || search === '')}
      nothingFoundMessage={
        isFetching ? 'Looking …' : error ? 'Versions cannot be read now' : 'There is no such version'
      }
      searchable
    />
  );
}
