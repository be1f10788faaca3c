import { useMutation } from '@tanstack/react-query';

interface Credentials {
  email: string;
  password: string;
}

/** Words for a failed sign-in. They never say which of the two was wrong. */
const words = {
  refused: 'This e-mail address and password do not belong together.',
  tooMany: 'Too many attempts. Wait a minute, then try again.',
  unreachable: 'The server does not answer. Try again in a moment.',
};

/** Opens a session, which the browser keeps as a cookie. Rejects with a sentence for the person. */
export async function signIn(credentials: Credentials): Promise<void> {
  const response = await fetch('/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  }).catch(() => null);
  if (response?.ok) return;
  if (response?.status === 429) throw new Error(words.tooMany);
  throw new Error(response && response.status < 500 ? words.refused : words.unreachable);
}

export const useSignIn = () => useMutation({ mutationFn: signIn });
