import type { Frame } from '../../images/frame.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';
import type { TierFaultKind } from '../../tier-fault-kind.ts';

/** A request to a tier's thread. A bay is sent once and referenced by its number afterwards. */
export interface DetectRequest {
  id: number;
  frame: Frame;
  bayId: number;
  /** Present when the thread does not hold the bay yet. */
  bay: KnownBay | null;
  usualViewOnly: boolean;
}

/** Input about a bay that does not depend on the photo. Every photo gets the same objects, so tiers can cache by identity. */
export interface KnownBay {
  planogram: Planogram;
  references: ReadonlyMap<string, readonly Frame[]>;
}

export type DetectReply =
  | { id: number; realogram: Realogram }
  | { id: number; fault: { kind: TierFaultKind | null; message: string; stack: string | undefined } };

/** Where a thread finds its tier. */
export interface TierModule {
  /** URL of the module that makes the tier. */
  module: string;
  /** Name of its factory, which takes no arguments. */
  factory: string;
}

/** Bays that a thread caches: about 10 MB of reference images each. Both sides evict the least recently used bay. */
const maxCachedBays = 12;

/** Marks a bay as just used and evicts the least recently used one when there are too many. */
export function touch<V>(cached: Map<number, V>, bayId: number, value: V): void {
  cached.delete(bayId);
  cached.set(bayId, value);
  const [oldest] = cached.keys();
  if (cached.size > maxCachedBays && oldest !== undefined) cached.delete(oldest);
}
