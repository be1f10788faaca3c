import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { demoWorld, renderCapture } from '@gondola/simulator';
import { hasRealData, realDataFolder } from '@gondola/testkit/real-data';
import sharp from 'sharp';

export interface BenchPhoto {
  /** Suffix of the names of the figures. */
  name: string;
  file: string;
  /** Runs of one round: about a second of the slowest gate. */
  times: number;
}

const rendered = [
  { name: '2mp', width: 1224, height: 1632, times: 16 },
  { name: '8mp', width: 2448, height: 3264, times: 6 },
  { name: '12mp', width: 3000, height: 4000, times: 4 },
] as const;

const real = [
  { name: 'Real8mp', file: 'azure-shelf-planogram/shelf.jpg', times: 6 },
  { name: 'Real16mp', file: 'k4r-shelf-photos/input.jpg', times: 3 },
] as const;

/**
 * Returns one rendered shelf in 2, 8 and 12 megapixels, the same on every machine, and two real photos where present. The
 * larger ones are enlarged and get a sensor's grain. Without the grain they would decode faster than a camera's photos.
 */
export async function benchPhotos(): Promise<{ folder: string; photos: BenchPhoto[] }> {
  const [bay] = demoWorld().versions.values();
  if (!bay) throw new Error('the demo world has no bay');
  const shelf = await renderCapture(bay, 'bench', { size: { width: 1224, height: 1632 }, orientation: 1 });
  const folder = await mkdtemp(path.join(tmpdir(), 'gondola-bench-preprocess-'));
  const photos: BenchPhoto[] = [];
  for (const { name, width, height, times } of rendered) {
    const file = path.join(folder, `${name}.jpg`);
    const data = grain(width, height);
    await sharp(shelf.jpeg)
      .resize({ width, height, fit: 'fill' })
      .composite([{ input: data, raw: { width, height, channels: 4 } }])
      .jpeg({ quality: 88 })
      .toFile(file);
    photos.push({ name, file, times });
  }
  if (hasRealData)
    for (const { name, file, times } of real)
      photos.push({ name, file: path.join(realDataFolder, file), times });
  return { folder, photos };
}

/** Returns black or white specks of at most 6 % opacity, by a linear congruential generator. */
function grain(width: number, height: number): Buffer {
  const rgba = Buffer.alloc(width * height * 4);
  let state = 1;
  for (let i = 0; i < rgba.length; i += 4) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    rgba.fill(state & 0x10000 ? 255 : 0, i, i + 3);
    rgba[i + 3] = (state >> 18) & 15;
  }
  return rgba;
}
