import { Alert, Button, Group } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

interface FormFootProps {
  /** Why the last try failed. */
  error: Error | null;
  /** What did not happen then, as a heading. */
  failed: string;
  close(): void;
  closeWord?: string;
  /** What the form does, on its button. */
  submit: string;
  isPending: boolean;
  ready: boolean;
}

/** How every form in a dialog ends: what went wrong, the way out, and the act. */
export function FormFoot({
  error,
  failed,
  close,
  closeWord = 'Cancel',
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
          {closeWord}
        </Button>
        <Button type="submit" loading={isPending} disabled={!ready}>
          {submit}
        </Button>
      </Group>
    </>
  );
}
