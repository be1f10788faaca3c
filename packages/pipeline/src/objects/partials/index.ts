/** Entry point for unfinished uploads: their bytes, in a folder or in the bucket of an object store. */
export { createFilePartials } from './file-partials.ts';
export { openPartials } from './open-partials.ts';
export type { Partials } from './partials.ts';
