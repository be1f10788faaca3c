/** Removes the check of the connected peer. */
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/photo-fetch/allowed-address.ts'), {
  isAllowedPeer: () => () => true,
});
