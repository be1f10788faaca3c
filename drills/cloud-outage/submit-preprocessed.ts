import { acceptCaptures } from '@gondola/pipeline/intake';
import type { PrivateSystem } from '@gondola/testkit/private-system';
import type { ShelfWorld } from '@gondola/testkit/shelf-world';
import { markPreprocessed } from '../../bench/pipeline/mark-preprocessed.ts';

/** Captures of one submission. */
const atOnce = 200;

/**
 * Submits captures and moves them to PREPROCESSED, so that they wait for inference. `firstOrdinal` separates the
 * capture times of several calls.
 */
export async function submitPreprocessed(
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
