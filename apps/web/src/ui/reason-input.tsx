'use client';
import { Textarea } from '@mantine/core';

interface ReasonInputProps {
  value: string;
  onChange: (reason: string) => void;
  description: string;
  /** A dialog puts the cursor here when it opens. */
  focusFirst?: boolean;
  size?: 'xs' | 'sm';
}

/** The API's limit. */
const maxReasonLength = 2000;

/** Asks for the reason of a decision, which is always required. Ctrl+Enter submits the form. */
export function ReasonInput({
  value,
  onChange,
  description,
  focusFirst = false,
  size = 'sm',
}: ReasonInputProps) {
  return (
    <Textarea
      size={size}
      label="Reason"
      description={description}
      required
      maxLength={maxReasonLength}
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-autofocus={focusFirst || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          event.currentTarget.form?.requestSubmit();
      }}
    />
  );
}
