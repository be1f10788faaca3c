'use client';
import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useSignIn } from './sign-in.ts';

/** @param next where to go afterwards: a path of this app */
export function SignInForm({ next }: { next: string }) {
  const signIn = useSignIn();

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    signIn.mutate(
      { email: String(fields.get('email')), password: String(fields.get('password')) },
      // A full load, so that the server sees the new cookie.
      { onSuccess: () => window.location.assign(next) },
    );
  };

  return (
    <form method="post" onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          name="email"
          type="email"
          label="E-mail address"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
        />
        <div aria-live="assertive">
          {signIn.error ? (
            <Alert color="red" variant="light" icon={<IconAlertCircle />} title="Sign-in failed">
              {signIn.error.message}
            </Alert>
          ) : null}
        </div>
        <Button type="submit" size="md" fullWidth loading={signIn.isPending || signIn.isSuccess}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
