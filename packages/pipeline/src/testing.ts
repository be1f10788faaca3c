import { type Database, deviceKey, store } from '@gondola/db';
import type { IntakeTools, SubmittingDevice } from './intake/accept-captures.ts';
import { openQueue } from './queue/open-queue.ts';

/** A tiny world for tests: one store with one device, and the intake tools to hand captures in. */
export interface TinyWorld {
  device: SubmittingDevice;
  intake: IntakeTools;
  stop(): Promise<void>;
}

export async function tinyWorld(db: Database, url: string, storeCode = '0421'): Promise<TinyWorld> {
  const [shop] = await db
    .insert(store)
    .values({ code: storeCode, name: `Store ${storeCode}` })
    .returning();
  if (!shop) throw new Error('no store');
  const [key] = await db
    .insert(deviceKey)
    .values({ storeId: shop.id, name: 'camera', sha256: storeCode.padEnd(64, '0') })
    .returning();
  if (!key) throw new Error('no device key');
  const { queue, stop } = await openQueue(url, { role: 'send', onError: () => {} });
  return {
    device: { deviceKeyId: key.id, storeId: shop.id, storeCode },
    intake: { db, queue },
    stop,
  };
}

/** A payload that passes the schema gate; `ordinal` makes its timestamp, and so its key, one of its own. */
export const goodPayload = (ordinal: number, changes: Record<string, unknown> = {}) => ({
  schema_version: 1,
  store_id: '0421',
  aisle: 'A12-B03',
  timestamp: new Date(Date.UTC(2026, 10, 23, 9, 0, ordinal)).toISOString(),
  device_mac: '3C:5A:B4:01:02:03',
  planogram_version: 'snacks-2026-47',
  capture_resolution: '3000x4000',
  image_url: `https://photos.example/${ordinal}.jpg`,
  ...changes,
});

export { addScoredCaptures, importEditions } from './reprocess/scored-captures.testing.ts';
