import { useMutation } from '@tanstack/react-query';
import { postToAuth } from './post-to-auth.ts';

/** Sets the password of the person whom a link belongs to. Rejects with a sentence for the person. */
const setPassword = (given: { token: string; newPassword: string }): Promise<void> =>
  postToAuth('reset-password', given);

export const useSetPassword = () => useMutation({ mutationFn: setPassword });
