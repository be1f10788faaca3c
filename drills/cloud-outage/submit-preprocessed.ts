import { acceptCaptures } from '@gondola/pipeline/intake';
import { markPreprocessed } from '../../bench/pipeline/mark-preprocessed.ts';
import type { PrivateSystem } from '../../scripts/private-system/open-private-system.ts';
import type { ShelfWorld } from '../shelf-world.ts';

/** As many as one submission takes with ease. */
const atOnce = 200;

/** Captures that wait for inference. `firstOrdinal` keeps the capture times of several calls apart. */
export async function handInPreprocessed(
  system: PrivateSystem,
  world: ShelfWorld,
  count: number,
  firstOrdinal: number,
): Promise<string[]> {
  const tools = { db: system.database.db, queue: system.queue.queue };
  const ids: string[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const payloads = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => ({
      schema_version: 1,
      store_id: world.device.storeCode,
      aisle: world.aisle,
      timestamp: new Date(Date.UTC(2026, 9, 1, 9, 0, firstOrdinal + from + i)).toISOString(),
      device_mac: '3C:5A:B4:01:02:03',
      planogram_version: world.label,
      capture_resolution: '1080x1350',
      image_url: `https://photos.example/${firstOrdinal + from + i}.jpg`,
    }));
    const results = await acceptCaptures(tools, world.device, payloads);
    ids.push(...results.flatMap((result) => ('captureId' in result ? [result.captureId] : [])));
  }
  if (ids.length < count) throw new Error(`${count - ids.length} captures were not accepted`);
  await markPreprocessed(system, ids);
  return ids;
}
