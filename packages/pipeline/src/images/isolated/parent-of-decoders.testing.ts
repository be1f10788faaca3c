/**
 * Reads the photo named on the command line repeatedly in decoding processes, until it is killed. Prints a line once
 * the first photo is read.
 */
import { readFile } from 'node:fs/promises';
import { createIsolatedPhotos } from './isolated-photos.ts';

const bytes = await readFile(process.argv[2] ?? '');
const photos = createIsolatedPhotos({ processes: 2 });
await photos.read(bytes);
process.stdout.write('reading\n');
for (;;) await Promise.all([photos.read(bytes), photos.read(bytes)]);
