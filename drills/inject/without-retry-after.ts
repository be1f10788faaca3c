/** Makes the breaker ignore Retry-After: only its own wait counts. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/breakers/model/breaker-policy.ts'), {
  openForMs: (original) => (policy, reopenCount, random) => original(policy, reopenCount, random, null),
});
