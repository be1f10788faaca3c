/** Removes the ladder's steps: the first tier that fails fails the capture. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/inference/ladder/run-ladder.ts'), {
  runLadder:
    (original) =>
    (steps, ...rest) =>
      original(steps.slice(0, 1), ...rest),
});
