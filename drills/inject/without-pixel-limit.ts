/** Takes the limit of pixels out: here, and through the flags of its fork in every decoding process. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/images/isolated/photo-process.ts', [
  [
    `const nodeFlags = ['--max-old-space-size=256'];`,
    `const nodeFlags = ['--max-old-space-size=256', '--import', ${JSON.stringify(import.meta.url)}];`,
  ],
]);
replaceInModule('/images/limits.ts', [
  ['  limitInputPixels: photoLimits.maxPixels,\n', '  limitInputPixels: false,\n'],
]);
