/** Removes the check of a redirect's target; the connection's own checks stay. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/photo-fetch/check-photo-url.ts'), {
  // Only a redirect is resolved against the address that it came from.
  checkPhotoUrl: (original) => (text, rules, base) => (base ? new URL(text, base) : original(text, rules)),
});
