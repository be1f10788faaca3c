import type { PressureLimits } from '@gondola/pipeline/intake';
import type { LogLevel } from '@gondola/pipeline/telemetry';
import { z } from 'zod';
import { isDemoEmail } from './auth/demo-people.ts';

/** Fine on a developer's machine and known to everyone: production refuses it. */
export const defaultAuthSecret = 'gondola-development-secret-not-for-production';

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((word) => word === '1' || word === 'true')
  .optional();

const variables = z
  .object({
    NODE_ENV: z.string().default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    GONDOLA_DATA_DIR: z.string().min(1).default('.gondola'),
    /** `file:` and a folder, or `s3:`; `file:` below the data folder when unset. */
    OBJECT_STORE: z.string().min(1).optional(),
    PORT_API: port(4000),
    PORT_METRICS: port(9464),
    PORT_WEB: port(3000),
    /** Address to listen on. */
    HOST: z.string().min(1).default('127.0.0.1'),
    /** Where people find the web app; sign-in accepts requests of this origin only. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    AUTH_SECRET: z.string().min(32).default(defaultAuthSecret),
    /** Sign-in tries a minute and address before 429. */
    SIGN_IN_TRIES_PER_MINUTE: z.coerce.number().int().min(1).default(30),
    /** Proxies whose X-Forwarded-For is believed, as Express takes it. */
    TRUST_PROXY: z.string().min(1).default('loopback'),
    /** The first admin; made at start when there is none. */
    GONDOLA_ADMIN_EMAIL: z
      .email()
      .refine((email) => !isDemoEmail(email), { error: 'is an address of the demo' })
      .optional(),
    /** The first admin's password; without it a link to set one is printed. */
    GONDOLA_ADMIN_PASSWORD: z.string().min(8).max(128).optional(),
    /** The demo's people may sign in. */
    GONDOLA_DEMO: flag,
    GRAPHQL_INTROSPECTION: flag,
    /** Bytes that a store may have announced and not sent yet; 2 GiB when unset. */
    UPLOAD_UNFINISHED_BYTES_PER_STORE: z.coerce.number().int().min(1).optional(),
    /** Seconds between two looks for uploads that expired or were left half-done. */
    UPLOAD_SWEEP_SECONDS: z.coerce.number().min(0.1).max(3600).default(60),
    /** MB free on the photos' disk below which new captures are told to try later. */
    INTAKE_MIN_FREE_MB: z.coerce.number().int().min(0).default(512),
    /** Age of the oldest waiting capture above which new ones are told to try later. */
    INTAKE_MAX_QUEUE_AGE_SECONDS: z.coerce.number().int().min(1).default(3600),
    /** The sandbox cloud whose faults people may switch. Only in development and the demo, and on this machine. */
    SANDBOX_URL: z
      .url({ protocol: /^http$/ })
      .refine((url) => /^(127(\.\d+){3}|localhost|\[::1\])$/.test(URL.parse(url)?.hostname ?? ''), {
        error: 'must be on this machine (127.0.0.1, localhost or [::1])',
      })
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    GONDOLA_STOP_WITH_PARENT: flag,
  })
  .refine((env) => env.GONDOLA_ADMIN_PASSWORD === undefined || env.GONDOLA_ADMIN_EMAIL !== undefined, {
    path: ['GONDOLA_ADMIN_PASSWORD'],
    error: 'needs GONDOLA_ADMIN_EMAIL beside it',
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    if (env.AUTH_SECRET === defaultAuthSecret)
      context.addIssue({
        code: 'custom',
        path: ['AUTH_SECRET'],
        message: 'is the default; production needs one of its own (32 characters or more)',
      });
    if (env.PUBLIC_URL === undefined)
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'is needed in production' });
    if (env.SANDBOX_URL !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['SANDBOX_URL'],
        message: 'is for development and the demo: production has no sandbox cloud, take it away',
      });
  });

/** Names of all variables that the API reads. */
export const apiVariableNames = Object.keys(variables.shape);

/** What the API process is told from outside, in words of the domain. */
export interface ApiEnv {
  production: boolean;
  databaseUrl: string;
  objectStore: string;
  listen: { host: string; apiPort: number; metricsPort: number; trustProxy: string };
  /** Origins that people sign in from; the first is the main one. */
  publicUrls: [string, ...string[]];
  authSecret: string;
  signInTriesPerMinute: number;
  /** Null: none is made at start. */
  firstAdmin: { email: string; password: string | null } | null;
  hasDemo: boolean;
  pressureLimits: PressureLimits;
  uploads: { uploadsDir: string; unfinishedBytesPerStore: number | null; sweepSeconds: number };
  introspection: boolean;
  /** Origin of the sandbox cloud; null without one. */
  sandboxUrl: string | null;
  logLevel: LogLevel;
  /** End when standard input closes: whoever started this process is gone. */
  stopWithParent: boolean;
}

/** Throws one error that names every problem. */
export function readEnv(source: Record<string, string | undefined> = process.env): ApiEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment does not fit the API:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  return {
    production,
    databaseUrl: env.DATABASE_URL,
    objectStore: env.OBJECT_STORE ?? `file:${env.GONDOLA_DATA_DIR}/objects`,
    listen: {
      host: env.HOST,
      apiPort: env.PORT_API,
      metricsPort: env.PORT_METRICS,
      trustProxy: env.TRUST_PROXY,
    },
    publicUrls: publicUrlsOf(env.PUBLIC_URL, env.PORT_WEB),
    authSecret: env.AUTH_SECRET,
    signInTriesPerMinute: env.SIGN_IN_TRIES_PER_MINUTE,
    firstAdmin:
      env.GONDOLA_ADMIN_EMAIL === undefined
        ? null
        : { email: env.GONDOLA_ADMIN_EMAIL, password: env.GONDOLA_ADMIN_PASSWORD ?? null },
    hasDemo: env.GONDOLA_DEMO ?? false,
    pressureLimits: {
      minFreeBytes: env.INTAKE_MIN_FREE_MB * 1_000_000,
      maxQueueAgeSeconds: env.INTAKE_MAX_QUEUE_AGE_SECONDS,
    },
    uploads: {
      uploadsDir: `${env.GONDOLA_DATA_DIR}/uploads`,
      unfinishedBytesPerStore: env.UPLOAD_UNFINISHED_BYTES_PER_STORE ?? null,
      sweepSeconds: env.UPLOAD_SWEEP_SECONDS,
    },
    introspection: env.GRAPHQL_INTROSPECTION ?? !production,
    sandboxUrl: env.SANDBOX_URL === undefined ? null : new URL(env.SANDBOX_URL).origin,
    logLevel: env.LOG_LEVEL,
    stopWithParent: env.GONDOLA_STOP_WITH_PARENT ?? false,
  };
}

/** Without a given address the web app is on this machine, under either of its names. */
const publicUrlsOf = (given: string | undefined, webPort: number): [string, ...string[]] =>
  given === undefined
    ? [`http://localhost:${webPort}`, `http://127.0.0.1:${webPort}`]
    : [new URL(given).origin];

/** The password of the demo's accounts. Throws when there is none of 8 characters or more. */
export function readDemoPassword(source: Record<string, string | undefined> = process.env): string {
  const parsed = z.string().min(8).max(128).safeParse(source.DEMO_PASSWORD);
  if (!parsed.success) throw new Error('DEMO_PASSWORD: needs 8 to 128 characters');
  return parsed.data;
}
