import { createHash } from 'node:crypto';

/** What the configuration hash stamped on scores is made of. */
export const heuristicSettings = {
  /** Raised with every change of a rule or of a constant that stands beside its rule in this folder. */
  revision: 3,
  /** A larger photo is shrunk to this first: more pixels cost time and told no more products apart. */
  workLongSidePx: 1600,
  /** Long side for the coarse registration: a cell of the grid laid over a pack is still ~4 pixels. */
  coarseLongSidePx: 320,
  /** Long side for the local search that refines the registration. */
  refineLongSidePx: 760,
  /** a and b vary far less than L on print; this makes colour count about as much as brightness. */
  chromaWeight: 1.5,
  /** Reference images are kept at this height; templates are made from them. */
  referenceLongSidePx: 192,
} as const;

/** sha256 of the settings of this tier, hex. */
export function settingsHash(settings: unknown): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}
