import { createHash } from 'node:crypto';

/** Input of the configuration hash stamped on scores. */
export const heuristicSettings = {
  /** Raised with every change of a rule or of a constant that stands beside its rule in this folder. */
  revision: 4,
  /** A larger photo is shrunk to this first: more pixels cost time and distinguished no more products. */
  workLongSidePx: 1600,
  /** Long side for the coarse registration: a cell of the grid laid over a pack is still ~4 pixels. */
  coarseLongSidePx: 320,
  /** Long side for the local search that refines the registration. */
  refineLongSidePx: 760,
  /** a and b vary far less than L on print; this makes colour count about as much as brightness. */
  chromaWeight: 1.5,
  /** Reference images are stored at this height; templates are made from them. */
  referenceLongSidePx: 192,
} as const;

/** Returns the sha256 of the settings of this tier, hex. */
export function settingsHash(settings: unknown): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex');
}
