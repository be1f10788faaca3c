'use client';
import { Textarea } from '@mantine/core';

interface ReasonInputProps {
  description: string;
  value: string;
  onChange: (value: string) => void;
}

/** As long as the API takes. */
const longestReason = 2000;

/** Why a person does something; the dialog begins here. */
export function ReasonInput({ description, value, onChange }: ReasonInputProps) {
  return (
    <Textarea
      label="Reason"
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={longestReason}
      required
      autosize
      minRows={2}
      data-autofocus
    />
  );
}
