import { roles } from '@gondola/db';
import { APIError, type BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { demoPeople, isDemoEmail } from './demo-people.ts';

/** Signs in as one of the demo's people without a password. */
const signInDemo = createAuthEndpoint(
  '/sign-in/demo',
  { method: 'POST', body: z.object({ role: z.enum(roles) }), use: [formCsrfMiddleware] },
  async (context) => {
    const { internalAdapter } = context.context;
    const person = demoPeople.find(({ role }) => role === context.body.role);
    const found = person && (await internalAdapter.findUserByEmail(person.email));
    if (!found)
      throw new APIError('NOT_FOUND', { code: 'NO_DEMO_PERSON', message: 'There is no such person.' });
    const session = await internalAdapter.createSession(found.user.id);
    await setSessionCookie(context, { session, user: found.user });
    return context.json({ status: true });
  },
);

/**
 * With the demo, people sign in as one of its roles by a button. Without it, the demo's people are refused even with their
 * password: a database may still hold them.
 */
export function demoSignIn(hasDemo: boolean) {
  return {
    id: 'demo-sign-in',
    ...(hasDemo ? { endpoints: { signInDemo } } : {}),
    init: () => ({
      options: {
        databaseHooks: {
          session: {
            create: {
              before: async ({ userId }: { userId: string }, context: HookContext | null) => {
                if (hasDemo) return;
                const person = await context?.context.internalAdapter.findUserById(userId);
                if (person && !isDemoEmail(person.email)) return;
                throw new APIError('FORBIDDEN', {
                  code: 'DEMO_IS_OFF',
                  message: 'This installation runs without the demo. Sign in with an account of your own.',
                });
              },
            },
          },
        },
      },
    }),
  } satisfies BetterAuthPlugin;
}

interface HookContext {
  context: { internalAdapter: { findUserById(id: string): Promise<{ email: string } | null> } };
}
