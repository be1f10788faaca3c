import { type Database, schema } from '@gondola/db';
import type { Log } from '@gondola/pipeline/telemetry';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';

export interface PeopleSettings {
  secret: string;
  publicUrls: readonly [string, ...string[]];
  signInTriesPerMinute: number;
  log: Log;
  /** True lets `seed-demo` make accounts; the served instance refuses sign-up. */
  allowSignUp?: boolean;
}

/** The header that the server writes the caller's address into; whatever came under this name is overwritten. */
export const clientAddressHeader = 'x-gondola-client-address';

/**
 * Sign-in for people: better-auth on our tables, mounted at /auth. The cookie is HttpOnly and SameSite=Lax, and
 * Secure when the web app is served over https.
 */
export function openPeople(db: Database, settings: PeopleSettings) {
  const [baseURL] = settings.publicUrls;
  return betterAuth({
    baseURL,
    basePath: '/auth',
    secret: settings.secret,
    trustedOrigins: [...settings.publicUrls],
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: !settings.allowSignUp,
      autoSignIn: false,
      minPasswordLength: 8,
      maxPasswordLength: 128,
    },
    user: { additionalFields: { role: { type: 'string', input: false, defaultValue: 'analyst' } } },
    // Counted in this process: with several API processes behind one address the limit is a multiple of this.
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: settings.signInTriesPerMinute } },
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
    logger: { level: 'warn', log: (level, message) => settings.log[level]({ from: 'better-auth' }, message) },
  });
}

export type People = ReturnType<typeof openPeople>;
