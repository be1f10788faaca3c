/** Takes the lease out of the probe: whoever asks while a breaker is half open probes as well. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/inference/breaker/react.ts', [
  [`(row.state === 'HALF_OPEN' && (row.probeLeaseUntil ?? 0) <= now)`, `row.state === 'HALF_OPEN'`],
]);
