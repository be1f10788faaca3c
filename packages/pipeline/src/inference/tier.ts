import type { Frame } from '../images/frame.ts';
import type { Planogram } from '../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import type { TierFaultKind } from '../tier-fault-kind.ts';

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
  /** The oriented photo, long side at most `maxInferenceLongSidePx`. */
  frame: Frame;
  planogram: Planogram;
  /** Reference images by product id; a product without any is absent. */
  references: ReadonlyMap<string, readonly Frame[]>;
  /** True: other views than the whole, upright bay are not tried. Used to ask whether a photo shows this bay at all. */
  usualViewOnly?: boolean;
}

export class TierFault extends Error {
  override readonly name = 'TierFault';
  readonly kind: TierFaultKind;
  /** The wait that the provider asked for; null without one. No worker calls the provider before it ends. */
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
