import type { Frame } from '../../images/frame.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../realogram.ts';
import type { TierFaultKind } from '../tier.ts';

/** What a tier's thread is asked. References travel once per set and are named by a number from then on. */
export interface DetectRequest {
  id: number;
  frame: Frame;
  planogram: Planogram;
  referencesId: number;
  /** Present when the thread does not hold the set yet. */
  references: ReadonlyMap<string, readonly Frame[]> | null;
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

/** Sets of reference images that a thread holds: about 10 MB each. Both sides forget the least recently used alike. */
export const maxHeldReferenceSets = 12;

/** Marks a key as just used; answers the key to forget, if the map is over its limit. */
export function touch<V>(map: Map<number, V>, key: number, value: V): number | null {
  map.delete(key);
  map.set(key, value);
  if (map.size <= maxHeldReferenceSets) return null;
  const [oldest] = map.keys();
  if (oldest === undefined) return null;
  map.delete(oldest);
  return oldest;
}
