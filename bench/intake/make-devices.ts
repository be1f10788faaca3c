import { createHash, randomBytes } from 'node:crypto';
import { type Database, deviceKey, store } from '@gondola/db';
import type { SubmittingDevice } from '@gondola/pipeline/intake';

/** A device with its API key. */
export interface BenchDevice extends SubmittingDevice {
  secret: string;
}

/** Enough devices for a realistic count of a device's last minute at ten thousand captures a second. */
const devices = 128;

/** Creates one device in each of many stores, with a quota that no run reaches. */
export async function makeDevices(db: Database): Promise<BenchDevice[]> {
  const made: BenchDevice[] = [];
  for (let i = 0; i < devices; i++) {
    const storeCode = String(1000 + i);
    const secret = `gnd_${randomBytes(32).toString('base64url')}`;
    const [shop] = await db.insert(store).values({ code: storeCode, name: storeCode }).returning();
    if (!shop) throw new Error('no store');
    const sha256 = createHash('sha256').update(secret).digest('hex');
    const [key] = await db
      .insert(deviceKey)
      .values({ storeId: shop.id, name: 'bench', sha256, capturesPerMinute: 10_000_000 })
      .returning();
    if (!key) throw new Error('no device key');
    made.push({ deviceKeyId: key.id, storeId: shop.id, storeCode, secret });
  }
  return made;
}
