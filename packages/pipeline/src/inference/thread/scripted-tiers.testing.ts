import { type Tier, TierFault } from '../tier.ts';

/** Tiers for tests of the thread: loaded by name inside of it. */
const model = { tier: 3, provider: 'scripted', model: { id: 'scripted', configHash: 'x' } } as const;

/** Creates a tier that returns the number of distinct planogram and reference objects it received, as `planogramToPhoto`. */
export function createEchoTier(): Tier {
  const planograms = new Set<object>();
  const references = new Set<object>();
  return {
    ...model,
    async detect(input) {
      planograms.add(input.planogram);
      references.add(input.references);
      return { detections: [], planogramToPhoto: [planograms.size, references.size], truncated: false };
    },
  };
}

export const createNotReadyTier = (): Tier => ({
  ...model,
  detect: () => Promise.reject(new TierFault('NOT_READY', 'not today')),
});

export const createEndlessTier = (): Tier => ({
  ...model,
  async detect() {
    for (;;);
  },
});
