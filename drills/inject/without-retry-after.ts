/** Makes the breaker deaf to Retry-After: it waits as long as it thinks fit. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/inference/breaker/react.ts', [
  [
    'Math.max(waitSeconds(policy, reopenCount, random) * 1000, ending.retryAfterMs ?? 0)',
    'waitSeconds(policy, reopenCount, random) * 1000',
  ],
]);
