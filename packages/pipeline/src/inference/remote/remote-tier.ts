import type { Tier } from '../tier.ts';

/** A tier that calls a remote provider over connections of its own. */
export interface RemoteTier extends Tier {
  /** Closes the connections; pending calls fail. */
  stop(): Promise<void>;
}

export interface RemoteTierEvents {
  /** Reports invalid boxes that were dropped from an answer. */
  onDropped?(dropped: { provider: string; boxes: number }): void;
}
