/** Gives every submission a key of its own: a payload that is sent again is another capture. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/intake/idempotency-key.ts', [
  ['.digest();', '.update(crypto.randomUUID())\n    .digest();'],
]);
