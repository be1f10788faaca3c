/**
 * Injects a SIGKILL at every step of every stage. Each one strikes once: a file in the folder CRASHES records it. The
 * steps: `loaded` (before the work), `worked` (done, nothing written), `written` (in the transaction, before its
 * commit) and `committed` (moved, the job not settled yet).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkingState } from '../../packages/pipeline/src/lifecycle.ts';
import type { StageDefinition } from '../../packages/pipeline/src/stage.ts';
import { replaceExports } from './replace-exports.ts';

const folder = process.env.CRASHES ?? '';

function crash(stage: string, step: 'loaded' | 'worked' | 'written' | 'committed'): void {
  const struck = join(folder, `${stage}-${step}`);
  if (existsSync(struck)) return;
  writeFileSync(struck, '');
  process.kill(process.pid, 'SIGKILL');
}

await replaceExports(() => import('../../packages/pipeline/src/stage.ts'), {
  stage:
    (original) =>
    <From extends WorkingState, Claim, Input, Result, Held, Tools>(
      definition: StageDefinition<From, Claim, Input, Result, Held, Tools>,
    ) =>
      original<From, Claim, Input, Result, Held, Tools>({
        ...definition,
        async run(input, tools, signal) {
          crash(definition.name, 'loaded');
          const outcome = await definition.run(input, tools, signal);
          crash(definition.name, 'worked');
          return outcome;
        },
        async save(tx, captureId, result, queue) {
          const columns = await definition.save(tx, captureId, result, queue);
          crash(definition.name, 'written');
          return columns;
        },
      }),
});
// Called after each committed move, before its job is settled.
await replaceExports(() => import('../../packages/pipeline/src/runner/count-move.ts'), {
  countMove: (original) => (metrics, moved) => {
    crash(moved.stage, 'committed');
    original(metrics, moved);
  },
});
