import type { Metadata } from 'next';
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
  return (
    <SignInFrame>
      <SignInForm next={safePath(Array.isArray(next) ? next[0] : next)} />
    </SignInFrame>
  );
}
