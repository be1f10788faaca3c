import { type Database, schema } from '@gondola/db';
import type { Log } from '@gondola/pipeline/telemetry';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { demoSignIn } from './demo-sign-in.ts';
import { explainOrigin } from './explain-origin.ts';
import { signInOptions } from './sign-in-options.ts';

export interface PeopleSettings {
  secret: string;
  publicUrls: readonly [string, ...string[]];
  signInTriesPerMinute: number;
  log: Log;
  /** The demo's people may sign in, by a button too. */
  hasDemo: boolean;
}

/** The header that the server writes the caller's address into; whatever came under this name is overwritten. */
export const clientAddressHeader = 'x-gondola-client-address';

/**
 * Sign-in for people: better-auth on our tables, mounted at /auth. The cookie is HttpOnly and SameSite=Lax, and
 * Secure when the web app is served over https.
 */
export function openPeople(db: Database, settings: PeopleSettings) {
  const { publicUrls, hasDemo, log } = settings;
  const [baseURL] = publicUrls;
  const auth = betterAuth({
    baseURL,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [...publicUrls],
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      autoSignIn: false,
      minPasswordLength: 8,
      maxPasswordLength: 128,
      // A link for a new password ends what another person may have opened with the old one.
      revokeSessionsOnPasswordReset: true,
    },
    // A reader of the database or of a backup finds no link that works.
    verification: { storeIdentifier: 'hashed' },
    plugins: [explainOrigin(publicUrls, log), signInOptions(publicUrls, hasDemo), demoSignIn(hasDemo)],
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'analyst' } } },
    // Counted in this process: with several API processes behind one address the limit is a multiple of this.
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: settings.signInTriesPerMinute },
        // Asked by the web app for everyone, from its one address.
        '/sign-in-options': false,
        '/sign-in/demo': { window: 60, max: settings.signInTriesPerMinute },
      },
    },
    advanced: {
      // Said outright: under a test runner better-auth would leave both checks out.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      useSecureCookies: baseURL.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level]({ from: 'better-auth' }, message) },
  });
  return Object.assign(auth, { hasDemo });
}

export type People = ReturnType<typeof openPeople>;
