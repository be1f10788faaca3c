'use client';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { firmwareFiguresQuery } from '../../lib/read-firmware-figures.ts';

interface FirmwareSelectProps {
  fact: 'firmware' | 'cameraModel';
  /** Null for any. */
  value: string | null;
  onChange: (value: string | null) => void;
}

/** Chooses a firmware or camera model of the last weeks; another value from the address is shown as it is. */
export function FirmwareSelect({ fact, value, onChange }: FirmwareSelectProps) {
  const { data: figures = [] } = useQuery(firmwareFiguresQuery(null));
  const known = figures.flatMap((each) => each[fact] ?? []);
  return (
    <Select
      label={fact === 'firmware' ? 'Firmware' : 'Camera model'}
      placeholder="Any"
      data={[...new Set(value === null ? known : [value, ...known])].toSorted()}
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  );
}
