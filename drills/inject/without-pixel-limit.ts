/** Removes the pixel limit of every decoding process. */
import { replaceExports } from './replace-exports.ts';

const decodeAnySize = new URL('./decode-any-size.ts', import.meta.url).href;

await replaceExports(() => import('../../packages/pipeline/src/images/isolated/decoder-env.ts'), {
  decoderEnv: (original) => ({ ...original, NODE_OPTIONS: `--import ${decodeAnySize}` }),
});
