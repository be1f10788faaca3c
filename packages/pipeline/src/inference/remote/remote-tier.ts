import type { Tier } from './tier.ts';

/** A tier that asks somebody else: it holds connections. */
export interface RemoteTier extends Tier {
  /** Closes the connections; calls in hand fail. */
  stop(): Promise<void>;
}

export interface RemoteTierEvents {
  /** Boxes of an answer that were not boxes and were left out. */
  onDropped?(dropped: { provider: string; boxes: number }): void;
}
