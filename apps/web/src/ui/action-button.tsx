'use client';
import { Button, type ButtonProps, Tooltip } from '@mantine/core';

interface ActionButtonProps extends ButtonProps {
  onClick: () => void;
  /** Why the action is not possible, shown as a tooltip; null when it is. */
  obstacle: string | null;
}

/** Renders a button that is disabled, with an explanation, while its action is not possible. */
export function ActionButton({ obstacle, disabled, ...props }: ActionButtonProps) {
  const button = <Button {...props} disabled={disabled || obstacle !== null} />;
  return obstacle === null ? (
    button
  ) : (
    <Tooltip label={obstacle}>
      <span>{button}</span>
    </Tooltip>
  );
}
