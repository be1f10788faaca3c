import { useMutation } from '@tanstack/react-query';

/** Ends the session. The page is loaded again, so that nothing of it stays in memory. */
async function signOut(): Promise<void> {
  const response = await fetch('/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error('Signing out failed; you are still signed in.');
  window.location.assign('/sign-in');
}

export const useSignOut = () => useMutation({ mutationFn: signOut });
