import { authFault } from './auth-fault.ts';

/** Posts to /auth. Rejects with a sentence for the person. */
export async function postToAuth(path: string, body: object): Promise<void> {
  const response = await fetch(`/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (!response?.ok) throw new Error(await authFault(response, window.location.origin));
}
