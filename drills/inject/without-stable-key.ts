/** Gives every submission a new key: a payload that is sent again becomes another capture. */
import { randomBytes } from 'node:crypto';
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/intake/idempotency-key.ts'), {
  idempotencyKey: (original) => (payload) => randomBytes(original(payload).length),
});
