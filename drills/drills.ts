import type { Drill } from './drill.ts';

const stableKey = './inject/without-stable-key.ts';

/** All drills. The lists of `npm test` and CI derive from it. */
export const drills: readonly Drill[] = [
  {
    name: 'worker-kills',
    about: 'SIGKILL in the middle of each stage, at random, and jobs delivered twice at the same time',
    mutants: {
      'compare-and-set': {
        module: './inject/without-compare-and-set.ts',
        turnsRed: /scored more than once|moves were made twice/,
      },
    },
    mutantsIn: 'children',
    load: async () => (await import('./worker-kills/worker-kills.ts')).workerKills,
  },
  {
    name: 'api-kills',
    about: 'SIGKILL of API processes while devices submit captures and ask again',
    mutants: { 'stable-key': { module: stableKey, turnsRed: /got two ids|more than one capture/ } },
    mutantsIn: 'children',
    load: async () => (await import('./api-kills/api-kills.ts')).apiKills,
  },
  {
    name: 'lost-commit',
    about: 'replies to COMMIT are cut, when captures are accepted and when they are scored',
    mutants: { 'stable-key': { module: stableKey, turnsRed: /captures for \d+ payloads/ } },
    mutantsIn: 'drill',
    load: async () => (await import('./lost-commit/lost-commit.ts')).lostCommit,
  },
  {
    name: 'uploads',
    about: 'resumable uploads under SIGKILLs of the API, broken-off and damaged transfers, and rival ones',
    mutants: {
      'verify-hash': {
        module: './inject/without-hash-comparison.ts',
        turnsRed: /accepted partial or damaged/,
      },
      lock: { module: './inject/without-upload-lock.ts', turnsRed: /granted the same offset/ },
    },
    mutantsIn: 'children',
    load: async () => (await import('./uploads/uploads.ts')).uploads,
  },
  {
    name: 'ssrf',
    about:
      'photo addresses that lead to the internal network, in every spelling, by name, by redirect and by rebinding',
    mutants: {
      'literal-check': { module: './inject/without-literal-check.ts', turnsRed: /vectors leaked/ },
      'redirect-check': { module: './inject/without-redirect-check.ts', turnsRed: /vectors leaked/ },
      'peer-check': { module: './inject/without-peer-check.ts', turnsRed: /passed the check of the peer/ },
    },
    mutantsIn: 'children',
    load: async () => (await import('./ssrf/ssrf.ts')).ssrf,
  },
  {
    name: 'simulated-fleet',
    about: 'captures of simulated stores, each sent three times; precision and recall by verdict',
    mutants: { 'stable-key': { module: stableKey, turnsRed: /resend was not answered as a duplicate/ } },
    mutantsIn: 'drill',
    load: async () => (await import('./simulated-fleet/simulated-fleet.ts')).simulatedFleet,
  },
  {
    name: 'images',
    about:
      'broken and hostile photos, and decoders killed at work: every photo classified, no healthy one blamed',
    mutants: {
      'pixel-limit': { module: './inject/without-pixel-limit.ts', turnsRed: /became|held \d+ MB/ },
      transient: {
        module: './inject/decoder-death-blames-photo.ts',
        turnsRed: /blamed for a killed decoder/,
      },
    },
    mutantsIn: 'children',
    load: async () => (await import('./images/images.ts')).images,
  },
  {
    name: 'cloud-outage',
    about:
      'tier 1 is down: 503, 429, hanging, half errors, slow, refused, reset, nonsense, no name, flapping',
    mutants: {
      'no-breaker': {
        module: './inject/without-breaker.ts',
        turnsRed: /did not open|before it opened|before Retry-After/,
      },
      'single-probe': { module: './inject/without-single-probe.ts', turnsRed: /more than one probed/ },
      'retry-after': { module: './inject/without-retry-after.ts', turnsRed: /before Retry-After/ },
    },
    mutantsIn: 'drill',
    isTimed: true,
    load: async () => (await import('./cloud-outage/cloud-outage.ts')).cloudOutage,
  },
  {
    name: 'tiers-down',
    about: 'tier 1 answers 503 and tier 2 has no model, a broken one, or one that is killed at work',
    mutants: {
      'next-tier': { module: './inject/first-fault-ends-ladder.ts', turnsRed: /were not scored/ },
    },
    mutantsIn: 'drill',
    load: async () => (await import('./tiers-down/tiers-down.ts')).tiersDown,
  },
  {
    name: 'batch-kills',
    about: 'a batch of re-scores that is paused, whose workers are killed, beside live captures',
    mutants: {
      'waiting-check': { module: './inject/without-waiting-check.ts', turnsRed: /were scored twice/ },
    },
    mutantsIn: 'children',
    isTimed: true,
    load: async () => (await import('./batch-kills/batch-kills.ts')).batchKills,
  },
  {
    name: 'version-races',
    about:
      'planogram versions are activated, at once and by plan, while captures of the same bays are scored',
    mutants: {
      'no-lock': {
        module: './inject/without-gate-lock.ts',
        turnsRed: /pinned to a version that was not active/,
      },
      'no-bay-lock': { module: './inject/without-bay-lock.ts', turnsRed: /activations failed: .*unique/ },
    },
    mutantsIn: 'drill',
    load: async () => (await import('./version-races/version-races.ts')).versionRaces,
  },
];
