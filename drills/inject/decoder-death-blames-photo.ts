/** Treats the photo as corrupt when its decoding process dies, without a second try. */
import { ChildDied } from '../../packages/pipeline/src/images/isolated/child-died.ts';
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/images/isolated/photo-process.ts'), {
  startPhotoProcess: (original) => () => {
    const decoder = original();
    return {
      ...decoder,
      exchange: (...work) =>
        decoder.exchange(...work).catch((error: unknown) => {
          if (!(error instanceof ChildDied)) throw error;
          throw Object.assign(new Error(error.message), { reason: 'PHOTO_CORRUPT' });
        }),
    };
  },
});
