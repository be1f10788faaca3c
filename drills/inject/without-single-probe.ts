/** Removes the probe lease: every worker probes while a breaker is half open. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/breakers/model/may-probe.ts'), {
  mayProbe: (original) => (row, now) => row.state === 'HALF_OPEN' || original(row, now),
});
