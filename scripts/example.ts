/** `npm run example -- FOLDER`: writes a drawn photo, its planogram and its packshots, for a first capture. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportPlanogram } from '@gondola/pipeline/planogram';
import { demoWorld, renderCapture, renderPackshot } from '@gondola/simulator';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || more.length > 0) {
  console.error('npm run example -- FOLDER');
  process.exit(2);
}

const label = 'snacks-2026-47';
const bay = demoWorld().versions.get(label);
if (!bay) throw new Error(`The demo has no version ${label}.`);
const products = join(folder, 'products');
await mkdir(products, { recursive: true });
// Large enough for tier 3 to tell the packs apart.
const { jpeg } = await renderCapture(bay, 'example', { size: { width: 1600, height: 2000 } });
await writeFile(join(folder, 'photo.jpg'), jpeg);
const identity = { code: 'snacks', label, name: 'Snacks', catalog: 'example' };
await writeFile(join(folder, 'planogram.json'), exportPlanogram(bay.planogram, identity));
for (const product of bay.products)
  await writeFile(join(products, `${product.sku}.png`), (await renderPackshot(product)).png);
console.log(`${join(folder, 'photo.jpg')}, planogram.json and ${bay.products.length} packshots`);
