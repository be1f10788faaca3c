/** Takes the breaker out: every call is let through, whatever the fleet knows of the provider. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/inference/breaker/fleet-breaker.ts', [
  [
    '    const { row, now } = await look();\n    if (mayProbe(row, now)) {',
    `    const { row, now } = await look();
    if (Math.abs(row.generation) >= 0)
      return { admitted: true, kind: 'call', generation: row.generation, timeoutMs: policy.callTimeoutMs };
    if (mayProbe(row, now)) {`,
  ],
]);
