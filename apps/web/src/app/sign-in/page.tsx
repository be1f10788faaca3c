import type { Metadata } from 'next';
import { readSignInOptions } from '../../features/session/read-sign-in-options.ts';
import { SignInForm } from '../../features/session/sign-in-form.tsx';
import { safePath } from '../../lib/safe-path.ts';
import { SignInFrame } from '../../ui/sign-in-frame.tsx';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next } = await searchParams;
  const options = await readSignInOptions();
  return (
    <SignInFrame title="Sign in" hint="No account, or the password is lost? Ask your administrator.">
      <SignInForm next={safePath(Array.isArray(next) ? next[0] : next)} options={options} />
    </SignInFrame>
  );
}
