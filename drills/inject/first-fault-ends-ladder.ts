/** Takes the ladder's steps out: the first tier that fails fails the capture. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/inference/ladder.ts', [
  [
    `if (attempt.outcome !== 'TRANSIENT') break;`,
    `if (attempt.outcome !== 'OK') throw new Fault('NO_TIER_ANSWERED', 'the first tier failed', { retry: true });`,
  ],
]);
