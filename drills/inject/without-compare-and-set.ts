/** Removes the comparison in `advance`: a second worker then moves the capture again. */
import { capture } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { replaceExports } from './replace-exports.ts';

await replaceExports(() => import('../../packages/pipeline/src/runner/unmoved.ts'), {
  unmoved:
    () =>
    ({ id }) =>
      eq(capture.id, id),
});
