import { z } from 'zod';
import { missingFor, type TierVariables, tierVariables } from './inference/tier-settings.ts';
import { allowedHostsSetting, deniedRangesSetting } from './photo-fetch/photo-url-settings.ts';

/** The environment variables of the worker. One error reports all problems. */
const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    GONDOLA_DATA_DIR: z.string().min(1).default('.gondola'),
    OBJECT_STORE: z.string().optional(),
    PORT_METRICS: z.coerce.number().int().min(0).max(65535).default(9465),
    METRICS_HOST: z.string().default('127.0.0.1'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
    NODE_ENV: z.string().optional(),
    PHOTO_URL_ALLOW_HTTP: z.stringbool().default(false),
    PHOTO_URL_ALLOWED_HOSTS: allowedHostsSetting,
    PHOTO_URL_DENIED_ADDRESSES: deniedRangesSetting,
    PHOTO_URL_LOOPBACK_PORTS: z
      .string()
      .regex(/^\d+(,\d+)*$/, 'must be port numbers with commas between them')
      .optional(),
    QUALITY_RETRY_BASE_SECONDS: z.coerce.number().positive().default(60),
    ...tierVariables,
    RESCORE_OFFERS: z.enum(['off', 'ask', 'automatic']).default('ask'),
    QUEUE_MONITOR_SECONDS: z.coerce.number().min(1).default(5),
    GONDOLA_STOP_WITH_PARENT: z.stringbool().default(false),
  })
  .refine((env) => !(env.PHOTO_URL_LOOPBACK_PORTS && env.NODE_ENV === 'production'), {
    path: ['PHOTO_URL_LOOPBACK_PORTS'],
    error: 'must not be set in production: photos could then be fetched from this host',
  })
  .superRefine((env, context) => {
    for (const name of missingFor(env))
      context.addIssue({
        code: 'custom',
        path: [name],
        message: `is needed for TIER1_PROVIDER=${env.TIER1_PROVIDER}`,
      });
  });

export type WorkerEnv = ReturnType<typeof readEnv>;

/** Names of all variables that the worker reads. */
export const workerVariableNames = Object.keys(schema.shape);

/** An empty variable counts as unset: that is what a line without a value in `.env` means. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`The environment is not valid:\n${z.prettifyError(parsed.error)}`);
  const env = parsed.data;
  return {
    databaseUrl: env.DATABASE_URL,
    objectStore: env.OBJECT_STORE ?? `file:${env.GONDOLA_DATA_DIR}/objects`,
    metrics: { port: env.PORT_METRICS, host: env.METRICS_HOST },
    logLevel: env.LOG_LEVEL,
    photoUrlRules: {
      ports: { https: [443], http: env.PHOTO_URL_ALLOW_HTTP ? [80] : [] },
      allowedHosts: env.PHOTO_URL_ALLOWED_HOSTS,
      deniedRanges: env.PHOTO_URL_DENIED_ADDRESSES,
      /** Ports of this host from which photos may be fetched, also over plain http; for development and drills. */
      loopbackPorts: env.PHOTO_URL_LOOPBACK_PORTS?.split(',').map(Number) ?? [],
    },
    tiers: env as TierVariables,
    qualityRetryBaseSeconds: env.QUALITY_RETRY_BASE_SECONDS,
    /**
     * Whether captures that a lower tier scored during an outage are offered for a re-score (`ask`) or re-scored
     * automatically.
     */
    rescoreOffers: env.RESCORE_OFFERS,
    queueMonitorSeconds: env.QUEUE_MONITOR_SECONDS,
    stopWithParent: env.GONDOLA_STOP_WITH_PARENT,
  };
}
