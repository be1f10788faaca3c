'use client';
import { Textarea } from '@mantine/core';

interface ReasonInputProps {
  value: string;
  onChange: (reason: string) => void;
  description: string;
  /** Where a dialog puts the cursor when it opens. */
  focusFirst?: boolean;
  size?: 'xs' | 'sm';
}

/** As long as the API takes. */
const longestReason = 2000;

/** Why somebody does it: nothing that people rule goes without. Ctrl+Enter sends the form. */
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
      maxLength={longestReason}
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
