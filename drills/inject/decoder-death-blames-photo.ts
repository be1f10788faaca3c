/** A decoding process that dies proves the photo corrupt, and nobody tries a second time. */
import { replaceInModule } from './replace-in-module.ts';

replaceInModule('/images/isolated/photo-process.ts', [
  [
    'void ended.then((how) => reject(new ChildDied(how)));',
    `void ended.then((how) => reject(Object.assign(new Error(how), { reason: 'PHOTO_CORRUPT' })));`,
  ],
]);
