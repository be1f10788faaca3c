/*
 * A process that reads the photo named on its command line again and again in decoding processes, until it is killed.
 * Prints a line once the first photo is read.
 */
import { readFile } from 'node:fs/promises';
import { createIsolatedPhotos } from './isolated-photos.ts';

const bytes = await readFile(process.argv[2] ?? '');
const photos = createIsolatedPhotos({ processes: 2 });
await photos.read(bytes);
process.stdout.write('reading\n');
for (;;) await Promise.all([photos.read(bytes), photos.read(bytes)]);
