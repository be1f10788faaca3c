import type { Frame } from '../images/frame.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Realogram } from './realogram.ts';

/** A member of the ladder: anything that turns a photo into a realogram. */
export interface Tier {
  readonly tier: 1 | 2 | 3;
  /** Names the dependency in metrics and attempts, such as 'heuristic'. */
  readonly provider: string;
  /** Model and configuration that the answer depends on; stamped on every score. */
  readonly model: { id: string; configHash: string };
  /** Resolves with the realogram, or rejects with a TierFault. */
  detect(input: TierInput, signal: AbortSignal): Promise<Realogram>;
}

export interface TierInput {
  /** The oriented photo, long side at most `maxLongSidePx` of the pipeline's inference frame. */
  frame: Frame;
  planogram: Planogram;
  /** Reference images by product id; a product without any is absent. */
  references: ReadonlyMap<string, readonly Frame[]>;
}

/** How a tier failed; decides whether the ladder goes on at once and what the breaker learns. */
export type TierFaultKind =
  | 'TRANSIENT'
  | 'THROTTLED'
  | 'PERMANENT_INPUT'
  | 'CONFIGURATION'
  | 'NOT_READY'
  | 'ABORTED';

export class TierFault extends Error {
  override readonly name = 'TierFault';
  readonly kind: TierFaultKind;
  /** How long the provider asked to be left alone, when it did: nobody calls it before. */
  readonly retryAfterMs: number | null;
  constructor(
    kind: TierFaultKind,
    message: string,
    options: { cause?: unknown; retryAfterMs?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
