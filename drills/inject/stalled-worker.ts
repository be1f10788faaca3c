/**
 * Stalls a worker at the end of an inference until a second worker has begun the same one, so that both attempt the
 * same move. Stalls one worker at a time, STALLS times in all; files in the folder STALLED_IN keep count. A worker that
 * waits in vain continues.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkingState } from '../../packages/pipeline/src/lifecycle.ts';
import type { StageDefinition } from '../../packages/pipeline/src/stage.ts';
import { replaceExports } from './replace-exports.ts';

const folder = process.env.STALLED_IN ?? '';
const stalls = Number(process.env.STALLS ?? 0);
const patienceMs = 20_000;
const captureIds = new WeakMap<object, string>();

const second = (captureId: string) => join(folder, `${captureId}.second`);
const mine = (captureId: string) => join(folder, `${captureId}.first`);
const stalling = join(folder, 'stalling');

/** True for the one worker that waits. */
function begin(captureId: string): boolean {
  if (existsSync(mine(captureId))) {
    writeFileSync(second(captureId), '');
    return false;
  }
  if (readdirSync(folder).filter((name) => name.endsWith('.first')).length >= stalls) return false;
  try {
    writeFileSync(stalling, captureId, { flag: 'wx' });
  } catch {
    return false; // another worker is stalled
  }
  writeFileSync(mine(captureId), '');
  return true;
}

async function untilMet(captureId: string): Promise<void> {
  const started = performance.now();
  while (!existsSync(second(captureId)) && performance.now() - started < patienceMs) await sleep(20);
}

await replaceExports(() => import('../../packages/pipeline/src/stage.ts'), {
  stage:
    (original) =>
    <From extends WorkingState, Claim, Input, Result, Held, Tools>(
      definition: StageDefinition<From, Claim, Input, Result, Held, Tools>,
    ) =>
      original<From, Claim, Input, Result, Held, Tools>(
        definition.name !== 'infer'
          ? definition
          : {
              ...definition,
              async load(db, captureId, claim) {
                const input = await definition.load(db, captureId, claim);
                if (input !== null) captureIds.set(input as object, captureId);
                return input;
              },
              async run(input, tools, signal) {
                const captureId = captureIds.get(input as object) ?? '';
                if (!begin(captureId)) return definition.run(input, tools, signal);
                try {
                  const outcome = await definition.run(input, tools, signal);
                  await untilMet(captureId);
                  return outcome;
                } finally {
                  rmSync(stalling, { force: true });
                }
              },
            },
      ),
});
