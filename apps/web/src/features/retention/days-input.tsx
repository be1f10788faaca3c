'use client';
import { NumberInput, Switch } from '@mantine/core';

interface DaysInputProps {
  label: string;
  description: string;
  /** Offers "never" as a choice. */
  orNever?: boolean;
  max?: number;
  /** Undefined while the field is empty; null for never. */
  value: number | null | undefined;
  onChange: (value: number | null | undefined) => void;
}

/** A century, the API's limit. */
const maxDays = 36_500;
/** Suggested when a person turns "never" off: a year, after which most disputes are over. */
const usualExpiryDays = 365;

/** Asks for a number of days, or never. */
export function DaysInput({ label, description, orNever, max = maxDays, value, onChange }: DaysInputProps) {
  return (
    <div>
      <NumberInput
        label={label}
        description={description}
        min={1}
        max={max}
        allowDecimal={false}
        suffix=" days"
        required={!orNever}
        disabled={value === null}
        placeholder={value === null ? 'Never' : ''}
        value={value ?? ''}
        onChange={(given) => onChange(typeof given === 'number' ? given : undefined)}
      />
      {orNever ? (
        <Switch
          mt={6}
          size="xs"
          label="Never"
          aria-label={`${label}: never expire`}
          checked={value === null}
          onChange={(event) => onChange(event.currentTarget.checked ? null : usualExpiryDays)}
        />
      ) : null}
    </div>
  );
}
