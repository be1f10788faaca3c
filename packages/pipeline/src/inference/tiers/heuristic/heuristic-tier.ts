import { type Tier, TierFault } from '../../tier.ts';
import { detectBay } from './detect-bay.ts';
import { heuristicSettings, settingsHash } from './settings.ts';
import { detectShelfEdges } from './shelf-edge/detect-shelf-edges.ts';

/**
 * Creates tier 3. It registers the planogram to the photo by reference images and observes every planned place. The tier
 * needs no model, network or clock, so it always answers. A photo without a registration gives an empty realogram with
 * `planogramToPhoto: null`. Rejects only when the signal is already aborted.
 */
export function createHeuristicTier(): Tier {
  return {
    tier: 3,
    provider: 'heuristic',
    model: { id: 'heuristic-1', configHash: settingsHash(heuristicSettings) },
    detect: async (input, signal) => {
      if (signal.aborted) throw new TierFault('ABORTED', 'aborted before detection started');
      const realogram = detectBay(input);
      if (realogram.planogramToPhoto === null) return realogram;
      const shelfEdges = await detectShelfEdges(input.planogram, input.frame, realogram.planogramToPhoto);
      return { ...realogram, shelfEdges };
    },
  };
}
