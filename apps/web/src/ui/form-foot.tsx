import { Alert, Button, Group } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

interface FormFootProps {
  /** Why the last try failed. */
  error: Error | null;
  /** Heading of the error. */
  failed: string;
  close(): void;
  closeLabel?: string;
  /** Label of the button that submits the form. */
  submit: string;
  isPending: boolean;
  ready: boolean;
}

/** Shows the end of a form in a dialog: the error, and the buttons to close and to submit. */
export function FormFoot({
  error,
  failed,
  close,
  closeLabel = 'Cancel',
  submit,
  isPending,
  ready,
}: FormFootProps) {
  return (
    <>
      {error ? (
        <Alert icon={<IconAlertCircle />} color="red" role="alert" title={failed}>
          {error.message}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {closeLabel}
        </Button>
        <Button type="submit" loading={isPending} disabled={!ready}>
          {submit}
        </Button>
      </Group>
    </>
  );
}
