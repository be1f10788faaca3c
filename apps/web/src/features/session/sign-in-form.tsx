'use client';
import { Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { AddressNotice } from './address-notice.tsx';
import { DemoButtons } from './demo-buttons.tsx';
import { FormFault } from './form-fault.tsx';
import { type SignIn, useSignIn } from './sign-in.ts';
import type { SignInOptions } from './sign-in-options.ts';

/** @param next where to go afterwards: a path of this app */
export function SignInForm({ next, options }: { next: string; options: SignInOptions }) {
  const signIn = useSignIn();
  const { variables } = signIn;
  const isBusy = signIn.isPending || signIn.isSuccess;
  const pendingRole = isBusy && variables && 'role' in variables ? variables.role : null;

  // A full page load, so that the server sees the new cookie.
  const start = (given: SignIn) => signIn.mutate(given, { onSuccess: () => window.location.assign(next) });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    start({ email: String(fields.get('email')), password: String(fields.get('password')) });
  };

  const hasDemo = options.demoRoles.length > 0;
  return (
    <Stack gap="md">
      <AddressNotice addresses={options.addresses} />
      <DemoButtons roles={options.demoRoles} pending={pendingRole} onChoose={(role) => start({ role })} />
      {hasDemo ? <Divider label="or with a password" /> : null}
      <form method="post" onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            name="email"
            type="email"
            label="E-mail address"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus={!hasDemo}
          />
          <PasswordInput
            name="password"
            label="Password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          />
          <FormFault title="Sign-in failed" error={signIn.error} />
          <Button
            type="submit"
            size="md"
            fullWidth
            disabled={pendingRole !== null}
            loading={isBusy && pendingRole === null}
          >
            Sign in
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
