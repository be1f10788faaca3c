/** Entry point to one real call of each outside service, for `npm run doctor`. */
export { readTierVariables } from '../inference/tier-settings.ts';
export { probeObjectStore } from './probe-object-store.ts';
export type { ProbeReport } from './probe-report.ts';
export { probeTier1 } from './probe-tier1.ts';
