'use client';
import { Button, PasswordInput, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { FormFault } from './form-fault.tsx';
import { useSetPassword } from './set-password.ts';

/** Sets a password with the token after the `#` of the address, then leads to the sign-in page. */
export function SetPasswordForm() {
  const setPassword = useSetPassword();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('password'));
    setPassword.mutate(
      { token: window.location.hash.slice(1), newPassword },
      { onSuccess: () => window.location.assign('/sign-in') },
    );
  };
  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="md">
        <PasswordInput
          name="password"
          label="New password"
          description="8 characters or more"
          autoComplete="new-password"
          minLength={8}
          maxLength={128}
          required
          withAsterisk={false}
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        <FormFault title="The password was not set" error={setPassword.error} />
        <Button type="submit" size="md" fullWidth loading={setPassword.isPending || setPassword.isSuccess}>
          Set password
        </Button>
      </Stack>
    </form>
  );
}
