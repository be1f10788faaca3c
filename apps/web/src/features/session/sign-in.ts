import { useMutation } from '@tanstack/react-query';
import { postToAuth } from './post-to-auth.ts';
import type { DemoRole } from './sign-in-options.ts';

/** Credentials, or a role of the demo. */
export type SignIn = { email: string; password: string } | { role: DemoRole };

/** Opens a session, which the browser stores as a cookie. Rejects with a sentence for the person. */
const signIn = (given: SignIn): Promise<void> =>
  postToAuth('role' in given ? 'sign-in/demo' : 'sign-in/email', given);

export const useSignIn = () => useMutation({ mutationFn: signIn });
