import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPlanogram } from '@gondola/pipeline/planogram';
import { demoWorld, ordinaryRates, renderCapture, renderPackshot } from '@gondola/simulator';

/** Files as `npm run capture` takes them. */
export interface SamplePhoto {
  photo: string;
  planogram: string;
  products: string;
}

const label = 'cleaning-2026-47';
/** More than 1 MB as JPEG of this quality: what a proxy with its own settings refuses. */
const photoOptions = { rates: ordinaryRates, size: { width: 1200, height: 1500 }, quality: 100 };

/** Renders a shelf of the demo, with its planogram and reference images. */
export async function renderSamplePhoto(folder: string): Promise<SamplePhoto> {
  const bay = demoWorld().versions.get(label);
  if (!bay) throw new Error(`The demo has no planogram version ${label}.`);
  const sample = {
    photo: join(folder, 'shelf.jpg'),
    planogram: join(folder, 'planogram.json'),
    products: join(folder, 'packshots'),
  };
  await mkdir(sample.products, { recursive: true });
  const identity = { code: 'sample', name: 'Sample', label: 'sample', catalog: 'sample' };
  await writeFile(sample.planogram, exportPlanogram(bay.planogram, identity));
  for (const product of bay.products)
    await writeFile(join(sample.products, `${product.sku}.png`), (await renderPackshot(product)).png);
  const { jpeg } = await renderCapture(bay, 1, photoOptions);
  if (jpeg.length < 1_100_000)
    throw new Error(`The photo has ${jpeg.length} bytes: too few for a proxy's limit of 1 MB.`);
  await writeFile(sample.photo, jpeg);
  return sample;
}
