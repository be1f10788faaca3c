import { z } from 'zod';

export const providers = ['rekognition', 'vertex', 'kserve'] as const;
export type Provider = (typeof providers)[number];

/** Ways in which a simulated provider can fail. */
export const faultKinds = [
  /** 429, or the provider's own status for throttling. */
  'throttled',
  'error-500',
  'unavailable',
  /** 401, or the provider's own status for denied access. */
  'denied',
  /** The model exists but does not run. */
  'not-ready',
  /** 200 with JSON of another shape. */
  'wrong-schema',
  'broken-json',
  /** The connection ends in the middle of the answer. */
  'truncated',
  /** The connection is reset before an answer. */
  'reset',
  /** No answer at all. */
  'hang',
  /** The right answer, late. */
  'slow',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const daySeconds = 86_400;

export const faultSchema = z
  .strictObject({
    kind: z.enum(faultKinds),
    /** Sent as Retry-After with throttled, unavailable and error-500. */
    retryAfterSeconds: z.number().int().min(0).max(daySeconds).optional(),
    retryAfterAs: z.enum(['seconds', 'date']).default('seconds'),
    slowMs: z.number().int().min(0).max(600_000).default(3_000),
    /** Share of the calls that fail: 0.5 is every other call. */
    share: z.number().gt(0).max(1).default(1),
    /** Alternates between failing and answering, counted from when the fault was set. */
    onSeconds: z.number().positive().max(daySeconds).optional(),
    offSeconds: z.number().positive().max(daySeconds).optional(),
  })
  .refine(({ onSeconds, offSeconds }) => (onSeconds === undefined) === (offSeconds === undefined), {
    error: 'onSeconds and offSeconds go together',
  });

export type CloudFault = z.output<typeof faultSchema>;

/** Body of `PUT /sandbox/faults`: a provider that is not named stays unchanged, null ends its fault. */
export const faultsSchema = z.partialRecord(z.enum(providers), faultSchema.nullable());
export type FaultsJson = z.input<typeof faultsSchema>;
