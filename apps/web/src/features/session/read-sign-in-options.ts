import { apiOrigin } from '../../env.ts';
import type { SignInOptions } from './sign-in-options.ts';

/** Asks the API, from this server. Without an answer the page offers what every installation has. */
export async function readSignInOptions(): Promise<SignInOptions> {
  try {
    const response = await fetch(new URL('/auth/sign-in-options', apiOrigin()), {
      cache: 'no-store',
      // As long as the page waits for the viewer.
      signal: AbortSignal.timeout(5_000),
    });
    if (response.ok) return (await response.json()) as SignInOptions;
  } catch {
    // The form says that the server is away when a person sends it.
  }
  return { addresses: [], demoRoles: [] };
}
