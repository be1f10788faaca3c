import { tierConformance } from '@gondola/pipeline/tier-conformance';
import { afterAll, beforeAll, vi } from 'vitest';
import { type FaultKind, faultKinds, providers } from './fault.ts';
import { openTiersOnSandbox, type TiersOnSandbox } from './tiers-on-sandbox.testing.ts';

let sandbox: TiersOnSandbox;
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASANDBOX');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'sandbox');
  sandbox = await openTiersOnSandbox();
});
afterAll(() => vi.unstubAllEnvs());
afterAll(() => sandbox.stop());

/** A hang ends with the caller's timeout, and a slow answer is an answer: both have tests of their own. */
const failing = faultKinds.filter((kind): kind is FaultKind => kind !== 'hang' && kind !== 'slow');

for (const provider of providers)
  tierConformance(provider, () => ({
    tier: sandbox.tiers[provider],
    input: sandbox.input,
    async whileSilent(during) {
      await sandbox.setFaults({ [provider]: { kind: 'hang' } });
      await during().finally(() => sandbox.setFaults({ [provider]: null }));
    },
    async whileFailing(during) {
      for (const kind of failing) {
        await sandbox.setFaults({ [provider]: { kind } });
        await during(kind).finally(() => sandbox.setFaults({ [provider]: null }));
      }
    },
  }));
