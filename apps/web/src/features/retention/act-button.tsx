'use client';
import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { useViewer } from '../../lib/viewer.ts';
import { maySetRetention, whyNotSet } from './may-set-retention.ts';

interface ActButtonProps extends ButtonProps {
  onClick: () => void;
}

/** A button of those who run the pipeline; the others see it with the reason why it is not theirs. */
export function ActButton({ disabled, ...props }: ActButtonProps) {
  const may = maySetRetention(useViewer());
  const button = <Button size="compact-sm" variant="default" {...props} disabled={disabled || !may} />;
  return may ? (
    button
  ) : (
    <Tooltip label={whyNotSet}>
      <span>{button}</span>
    </Tooltip>
  );
}
