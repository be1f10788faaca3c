import { tierConformance } from './tier-conformance.ts';
import { drawnBay, photographOf } from './tiers/heuristic/drawn-bay.ts';
import { createHeuristicTier } from './tiers/heuristic/heuristic-tier.ts';

const bay = drawnBay();
const references = new Map([...bay.references].map(([id, frame]) => [id, [frame]]));

tierConformance('heuristic', () => ({
  tier: createHeuristicTier(),
  input: { frame: photographOf(bay), planogram: bay.planogram, references },
}));
