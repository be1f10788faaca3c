import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { demoPeople } from './demo-people.ts';

/** Gives the sign-in page the addresses where people sign in, and the roles that the demo offers. */
export function signInOptions(addresses: readonly string[], hasDemo: boolean) {
  const answer = { addresses, demoRoles: hasDemo ? demoPeople.map(({ role }) => role) : [] };
  return {
    id: 'sign-in-options',
    endpoints: {
      signInOptions: createAuthEndpoint('/sign-in-options', { method: 'GET' }, async (context) =>
        context.json(answer),
      ),
    },
  } satisfies BetterAuthPlugin;
}
