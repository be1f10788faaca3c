import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { demoWorld, renderCapture } from '@gondola/simulator';
import { realDataFolder } from '@gondola/testkit/real-data';
import sharp from 'sharp';

/** Returns intact photos to break: one rendered shelf in every accepted format, and real photos where present. */
export async function intactPhotos(): Promise<Buffer[]> {
  const [bay] = demoWorld().versions.values();
  if (!bay) throw new Error('the demo world has no bay');
  const { jpeg } = await renderCapture(bay, 'drill', { size: { width: 720, height: 900 }, orientation: 6 });
  const drawn = () => sharp(jpeg).autoOrient();
  const photos: Buffer[] = [
    Buffer.from(jpeg),
    await drawn().jpeg({ progressive: true }).toBuffer(),
    await drawn().greyscale().jpeg().toBuffer(),
    await drawn().png({ palette: true }).toBuffer(),
    await drawn().resize(360).png({ progressive: true }).toBuffer(),
    await drawn().webp().toBuffer(),
    await drawn().resize(360).webp({ lossless: true }).toBuffer(),
  ];
  for (const set of ['exif-samples', 'jp-shelf-price-tags/raw', 'packshots-grocerystore'])
    for (const file of (await realFiles(set)).slice(0, 5)) photos.push(await readFile(file));
  return photos;
}

/** Returns collected broken and unusual files; empty where there is no real data. */
export async function corruptFiles(): Promise<string[]> {
  const sets = ['corrupt-pillow', 'corrupt-libjpeg-turbo', 'pngsuite'];
  return (await Promise.all(sets.map((set) => realFiles(set, /^(?!.*(README|manifest)).*$/)))).flat();
}

async function realFiles(set: string, name = /\.(jpe?g|png|webp)$/i): Promise<string[]> {
  const at = path.join(realDataFolder, set);
  if (!existsSync(at)) return [];
  const entries = await readdir(at, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
