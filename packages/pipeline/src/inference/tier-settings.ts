import { z } from 'zod';

const share = z.coerce.number().min(0).max(1);
const count = z.coerce.number().int().min(0);
const text = z.string().min(1);

/** Environment variables that configure the tiers; part of the worker's environment. Tier 3 needs none. */
export const tierVariables = {
  /** Tier 1; none when unset. Credentials come from the provider's own standard chain. */
  TIER1_PROVIDER: z.enum(['rekognition', 'vertex', 'kserve']).optional(),
  /** Origin of the API, for private endpoints and the sandbox cloud. */
  TIER1_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  TIER1_MIN_CONFIDENCE: share.default(0.5),
  TIER1_MAX_BOXES: z.coerce.number().int().min(1).default(300),
  /** File of a label map. */
  TIER1_LABELS: text.optional(),
  /** Acceptance threshold for answers of tier 1. */
  TIER1_MIN_DETECTIONS: count.default(1),
  TIER1_MIN_MEAN_CONFIDENCE: share.default(0.3),
  AWS_REGION: text.optional(),
  REKOGNITION_PROJECT_VERSION_ARN: text.optional(),
  VERTEX_PROJECT: text.optional(),
  VERTEX_LOCATION: text.optional(),
  VERTEX_ENDPOINT_ID: text.optional(),
  VERTEX_DEPLOYED_MODEL_ID: text.optional(),
  VERTEX_KEY_FILE: text.optional(),
  KSERVE_URL: z.url({ protocol: /^https?$/ }).optional(),
  KSERVE_MODEL: text.optional(),
  KSERVE_VERSION: text.optional(),
  /** Tier 2: a detector's ONNX file, or the `.json` of a whole configuration (docs/models.md); none when unset. */
  EDGE_MODEL: text.optional(),
  EDGE_MIN_DETECTIONS: count.default(1),
  EDGE_MIN_MEAN_CONFIDENCE: share.default(0.3),
} as const;

const schema = z.object(tierVariables);
export type TierVariables = z.output<typeof schema>;

/** Variables that each provider requires. */
const needs = {
  rekognition: ['AWS_REGION', 'REKOGNITION_PROJECT_VERSION_ARN'],
  vertex: ['VERTEX_PROJECT', 'VERTEX_LOCATION', 'VERTEX_ENDPOINT_ID'],
  kserve: ['KSERVE_URL', 'KSERVE_MODEL'],
} as const satisfies Record<NonNullable<TierVariables['TIER1_PROVIDER']>, readonly (keyof TierVariables)[]>;

/** Returns the variables that are missing for the configured provider. */
export const missingFor = (env: TierVariables): string[] =>
  env.TIER1_PROVIDER === undefined ? [] : needs[env.TIER1_PROVIDER].filter((name) => env[name] === undefined);

/** Reads the variables of the tiers alone, for commands that need no database. Throws one error that names every problem. */
export function readTierVariables(source: Record<string, string | undefined>): TierVariables {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    throw new Error(`The tiers are not configured right:\n${z.prettifyError(parsed.error)}`);
  const missing = missingFor(parsed.data);
  if (missing.length > 0)
    throw new Error(`TIER1_PROVIDER=${parsed.data.TIER1_PROVIDER} needs also: ${missing.join(', ')}`);
  return parsed.data;
}
