import { tierConformance } from './tier-conformance.testing.ts';
import { drawnBay, photographOf } from './tiers/heuristic/drawn-bay.testing.ts';
import { createHeuristicTier } from './tiers/heuristic/heuristic-tier.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));

tierConformance(
  'heuristic',
  () => ({
    tier: createHeuristicTier(),
    input: { frame: photographOf(bay), planogram: bay.planogram, references },
  }),
  { hasDependency: false },
);
