import { type Tier, TierFault } from '../../tier.ts';
import { lookAtBay } from './look-at-bay.ts';
import { heuristicSettings, settingsHash } from './settings.ts';
import { lookAtEdges } from './shelf-edges.ts';

/**
 * Tier 3: finds the planogram in the photo by its reference images and looks at every planned place. Needs no
 * model, no network and no clock, so it can always answer; a photo it cannot place gives an empty realogram with
 * `planogramToPhoto: null`. Rejects only when the signal is already aborted.
 */
export function createHeuristicTier(): Tier {
  return {
    tier: 3,
    provider: 'heuristic',
    model: { id: 'heuristic-1', configHash: settingsHash(heuristicSettings) },
    detect: async (input, signal) => {
      if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the bay was looked at');
      const realogram = lookAtBay(input);
      if (realogram.planogramToPhoto === null) return realogram;
      const shelfEdges = await lookAtEdges(input.planogram, input.frame, realogram.planogramToPhoto);
      return { ...realogram, shelfEdges };
    },
  };
}
