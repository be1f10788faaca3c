import { createHash } from 'node:crypto';
import { deviceKey, store } from '@gondola/db';
import { acceptCaptures, type SubmittingDevice } from '@gondola/pipeline/intake';
import type { Planogram, Position } from '@gondola/pipeline/planogram';
import { activateVersion, importVersion } from '@gondola/pipeline/planogram-versions';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import { markPreprocessed } from '../../bench/pipeline/mark-preprocessed.ts';

export const labels = ['plan-a', 'plan-b', 'plan-c'];

export interface RaceWorld {
  device: SubmittingDevice;
  aisles: string[];
}

/** Creates a store with bays that all follow the first of three versions. */
export async function buildVersions(system: PrivateSystem, bays: number): Promise<RaceWorld> {
  const { db } = system.database;
  const [shop] = await db.insert(store).values({ code: '0421', name: 'Drill store' }).returning();
  if (!shop) throw new Error('no store');
  const sha256 = hashOf('drill');
  const [key] = await db
    .insert(deviceKey)
    .values({ storeId: shop.id, name: 'drill camera', sha256 })
    .returning();
  if (!key) throw new Error('no device key');
  const aisles = Array.from({ length: bays }, (_, i) => `R${i + 1}`);
  for (const [turn, label] of labels.entries())
    await db.transaction((tx) =>
      importVersion(tx, {
        planogram: rowOfProducts(turn),
        code: 'races',
        name: 'Races',
        label,
        catalog: 'drill',
        effectiveFrom: null,
        effectiveTo: null,
        sourceFormat: 'gondola',
        sourceSha256: hashOf(label),
        createdBy: 'drill',
      }),
    );
  for (const aisle of aisles)
    await db.transaction((tx) =>
      activateVersion(tx, { label: labels[0] ?? '', storeId: shop.id, aisle, actor: 'drill' }),
    );

  return { device: { deviceKeyId: key.id, storeId: shop.id, storeCode: '0421' }, aisles };
}

/** Submits captures that wait for the version gate, of random bays and with random version tags. */
export async function submitTagged(
  system: PrivateSystem,
  { device, aisles }: RaceWorld,
  count: number,
  random: () => number,
): Promise<void> {
  const tools = { db: system.database.db, queue: system.queue.queue };
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const payloads = Array.from({ length: count }, (_, i) => ({
    schema_version: 1,
    store_id: device.storeCode,
    aisle: pick(aisles),
    timestamp: new Date(Date.UTC(2026, 9, 1, 9, 0, i)).toISOString(),
    device_mac: '3C:5A:B4:01:02:03',
    planogram_version: pick(labels),
    capture_resolution: '1080x1350',
    image_url: `https://photos.example/${i}.jpg`,
  }));
  const ids: string[] = [];
  for (let from = 0; from < count; from += 200) {
    const results = await acceptCaptures(tools, device, payloads.slice(from, from + 200));
    ids.push(...results.flatMap((result) => ('captureId' in result ? [result.captureId] : [])));
  }
  if (ids.length < count) throw new Error(`${count - ids.length} captures were not accepted`);
  await markPreprocessed(system, ids);
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Returns a metre of shelf with six products, in another order for each version. */
function rowOfProducts(turn: number): Planogram {
  const skus = ['1', '2', '3', '4', '5', '6'];
  const order = turn === 0 ? skus : turn === 1 ? skus.toReversed() : [...skus.slice(3), ...skus.slice(0, 3)];
  const positions = order.map(
    (sku, i): Position => ({
      id: `p${i + 1}`,
      productId: sku,
      shelfNumber: 1,
      sequence: i + 1,
      xMm: 150 * i,
      yMm: 200,
      widthMm: 100,
      heightMm: 200,
      facings: { horizontal: 1, vertical: 1, depth: 1 },
      orientation: 'front',
    }),
  );
  return {
    widthMm: 1000,
    heightMm: 500,
    shelves: [{ id: 's1', number: 1, xMm: 0, yMm: 400, widthMm: 1000, heightMm: 30 }],
    positions,
    products: skus.map((sku) => ({
      id: sku,
      sku,
      gtin: null,
      name: `Product ${sku}`,
      brand: null,
      category: null,
      widthMm: 100,
      heightMm: 200,
      depthMm: null,
    })),
  };
}
