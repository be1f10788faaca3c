import type { Metadata } from 'next';
import { SetPasswordForm } from '../../features/session/set-password-form.tsx';
import { SignInFrame } from '../../ui/sign-in-frame.tsx';

export const metadata: Metadata = { title: 'Set a password' };

export default function SetPasswordPage() {
  return (
    <SignInFrame title="Set a password" hint="The link works once. Afterwards you sign in with the password.">
      <SetPasswordForm />
    </SignInFrame>
  );
}
