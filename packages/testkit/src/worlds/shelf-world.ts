import { createHash } from 'node:crypto';
import type { SubmittingDevice } from '@gondola/pipeline/intake';
import {
  activateVersion,
  addReferenceImage,
  findProduct,
  importVersion,
} from '@gondola/pipeline/planogram-versions';
import { type DemoBay, demoWorld, ordinaryRates, renderCapture, renderPackshot } from '@gondola/simulator';
import { addStore } from '../builders/add-store.ts';
import type { PrivateSystem } from '../private-system/open-private-system.ts';

/** A store with one bay that follows a simulated planogram, and photos of that bay in the object store. */
export interface ShelfWorld {
  device: SubmittingDevice;
  label: string;
  aisle: string;
  bay: DemoBay;
  photos: { sha256: string; byteLength: number }[];
}

const label = 'cleaning-2026-47';
const aisle = 'D01-B01';

export async function buildShelfWorld(system: PrivateSystem, photoCount: number): Promise<ShelfWorld> {
  const { db } = system.database;
  const bay = demoWorld().versions.get(label);
  if (!bay) throw new Error(`no demo bay ${label}`);
  const device = await addStore(db, '0421', { name: 'Drill store' });

  await db.transaction(async (tx) => {
    await importVersion(tx, {
      planogram: bay.planogram,
      code: 'cleaning',
      name: 'Cleaning',
      label,
      catalog: 'demo',
      effectiveFrom: null,
      effectiveTo: null,
      sourceFormat: 'gondola',
      sourceSha256: createHash('sha256').update(label).digest('hex'),
      createdBy: 'drill',
    });
    await activateVersion(tx, { label, storeId: device.storeId, aisle, actor: 'drill' });
  });
  for (const product of bay.products) {
    const { png } = await renderPackshot(product);
    const stored = await system.objects.put(png);
    const row = await findProduct(db, 'demo', product.sku);
    if (!row) throw new Error(`product ${product.sku} was not imported`);
    await db.transaction((tx) => addReferenceImage(tx, row.id, stored, 'image/png'));
  }
  const photos: ShelfWorld['photos'] = [];
  for (let seed = 1; seed <= photoCount; seed++) {
    const { jpeg } = await renderCapture(bay, seed, {
      rates: ordinaryRates,
      size: { width: 1080, height: 1350 },
    });
    photos.push(await system.objects.put(jpeg));
  }
  return { device, label, aisle, bay, photos };
}
