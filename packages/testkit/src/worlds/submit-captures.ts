import { acceptCaptures, completeUpload, createUpload } from '@gondola/pipeline/intake';
import type { PrivateSystem } from '../private-system/open-private-system.ts';
import type { ShelfWorld } from './shelf-world.ts';

/**
 * Hands captures in, each sent three times at once as a camera on a bad network does. Answers the distinct ids.
 * `firstOrdinal` keeps the capture times of several calls apart.
 */
export async function submitCaptures(
  system: PrivateSystem,
  world: ShelfWorld,
  count: number,
  firstOrdinal = 0,
): Promise<Set<string>> {
  const tools = { db: system.database.db, queue: system.queue.queue };
  const ids = new Set<string>();
  for (let i = firstOrdinal; i < firstOrdinal + count; i++) {
    const photo = world.photos[i % world.photos.length];
    if (!photo) throw new Error('no photo');
    const created = await createUpload(tools.db, world.device.storeId, {
      mimeType: 'image/jpeg',
      byteLength: photo.byteLength,
      sha256: photo.sha256,
    });
    if (!('uploadId' in created)) throw new Error('no upload');
    const payload = {
      schema_version: 1,
      store_id: world.device.storeCode,
      aisle: world.aisle,
      timestamp: new Date(Date.UTC(2026, 10, 23, 9, 0, i)).toISOString(),
      device_mac: '3C:5A:B4:01:02:03',
      planogram_version: world.label,
      capture_resolution: '1080x1350',
      upload_id: created.uploadId,
    };
    // The photo comes before, between and after the payloads, as networks will have it.
    const sends = [1, 2, 3].map(() => acceptCaptures(tools, world.device, [payload]));
    const [answers] = await Promise.all([
      Promise.all(sends),
      completeUpload(tools, created.uploadId, photo, 'image/jpeg'),
    ]);
    for (const [result] of answers) if (result && 'captureId' in result) ids.add(result.captureId);
  }
  return ids;
}
