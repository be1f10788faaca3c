import { type Database, deviceKey, store } from '@gondola/db';
import type { SubmittingDevice } from '@gondola/pipeline/intake';

/**
 * Adds a store with one camera and returns the device as intake knows it. `keySha256`: the hash of the camera's key, for
 * tests that send the key itself.
 */
export async function addStore(
  db: Database,
  code: string,
  options: { name?: string; keySha256?: string } = {},
): Promise<SubmittingDevice> {
  const { name = `Store ${code}`, keySha256 = code.padEnd(64, '0') } = options;
  const [shop] = await db.insert(store).values({ code, name }).returning();
  if (!shop) throw new Error('no store');
  const [key] = await db
    .insert(deviceKey)
    .values({ storeId: shop.id, name: 'camera', sha256: keySha256 })
    .returning();
  if (!key) throw new Error('no device key');
  return { deviceKeyId: key.id, storeId: shop.id, storeCode: code };
}
