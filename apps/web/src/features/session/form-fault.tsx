import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';

/** Shows why a form was refused; screen readers speak it at once. */
export function FormFault({ title, error }: { title: string; error: Error | null }) {
  return (
    <div aria-live="assertive">
      {error ? (
        <Alert color="red" variant="light" icon={<IconAlertCircle />} title={title}>
          {error.message}
        </Alert>
      ) : null}
    </div>
  );
}
