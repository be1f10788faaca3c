import type { Frame } from '../../images/frame.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import type { TierFaultKind } from '../tier.ts';

/** What a tier's thread is asked. A bay travels once and is named by a number from then on. */
export interface DetectRequest {
  id: number;
  frame: Frame;
  bayId: number;
  /** Present when the thread does not hold the bay yet. */
  bay: KnownBay | null;
}

/** What is known of a bay beforehand. The same objects come back for every photo: tiers keep what they derive from them. */
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

/** Bays that a thread holds: about 10 MB of reference images each. Both sides forget the least recently used alike. */
const maxHeldBays = 12;

/** Marks a bay as just used and forgets the one that was not for longest, if there are too many. */
export function touch<V>(held: Map<number, V>, bayId: number, value: V): void {
  held.delete(bayId);
  held.set(bayId, value);
  const [oldest] = held.keys();
  if (held.size > maxHeldBays && oldest !== undefined) held.delete(oldest);
}
