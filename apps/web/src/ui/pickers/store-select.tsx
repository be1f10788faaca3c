'use client';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { storesQuery } from '../../lib/list-stores.ts';

interface StoreSelectProps {
  /** A store's code; null for all. */
  value: string | null;
  onChange: (code: string | null) => void;
  /** Shown while no store is chosen. */
  placeholder: string;
}

/** Chooses one of all stores by code or name; an unknown code from the address is shown as it is. */
export function StoreSelect({ value, onChange, placeholder }: StoreSelectProps) {
  const { data: stores = [] } = useQuery(storesQuery);
  const choices = stores.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  if (value !== null && !stores.some(({ code }) => code === value)) choices.unshift({ value, label: value });
  return (
    <Select
      label="Store"
      placeholder={placeholder}
      data={choices}
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  );
}
