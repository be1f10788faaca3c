/**
 * Plants a SIGKILL at one step of one stage: CRASH_AT=stage:step, once per file CRASH_ONCE. The steps: `loaded` (the
 * work is about to begin), `worked` (done, nothing written), `written` (inside the transaction, before its commit)
 * and `committed` (moved, the job not settled yet).
 */
import { existsSync, writeFileSync } from 'node:fs';
import { replaceInModule } from './replace-in-module.ts';

const [stageName, step] = (process.env.CRASH_AT ?? '').split(':');
const once = process.env.CRASH_ONCE ?? '';

Object.assign(globalThis, {
  drillCrash(stage: string, at: string): void {
    if (stage !== stageName || at !== step || existsSync(once)) return;
    writeFileSync(once, `${stage}:${at}`);
    process.kill(process.pid, 'SIGKILL');
  },
});

replaceInModule('/pipeline/src/stage.ts', [
  [
    'const outcome = await definition.run(input, tools, signal);',
    `globalThis.drillCrash(name, 'loaded');
      const outcome = await definition.run(input, tools, signal);
      globalThis.drillCrash(name, 'worked');`,
  ],
  [
    'const write = (tx: Transaction) => definition.save(tx, captureId, result);',
    `const write = async (tx: Transaction) => {
            const columns = await definition.save(tx, captureId, result);
            globalThis.drillCrash(name, 'written');
            return columns;
          };`,
  ],
]);
replaceInModule('/runner/run-stage.ts', [
  [
    `const to = finished.kind === 'reject' ? 'DEAD_LETTERED' : finished.to;`,
    `const to = finished.kind === 'reject' ? 'DEAD_LETTERED' : finished.to;
  globalThis.drillCrash(stage.name, 'committed');`,
  ],
]);
