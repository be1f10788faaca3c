import { type Database, deviceKey } from '@gondola/db';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type DeviceKeyRevocation = { id: string } | { problem: 'DEVICE_KEY_UNKNOWN' };

/** Revokes a device key. A revoked key does not change. */
export const revokeDeviceKey = (db: Database, actor: Actor, id: string): Promise<DeviceKeyRevocation> =>
  db.transaction(async (tx): Promise<DeviceKeyRevocation> => {
    const [revoked] = await tx
      .update(deviceKey)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(deviceKey.id, id), isNull(deviceKey.revokedAt)))
      .returning({ name: deviceKey.name });
    if (revoked)
      await recordAudit(tx, actor, {
        action: 'deviceKeyRevoke',
        object: `device-key:${id}`,
        facts: { name: revoked.name },
      });
    const known = revoked ? 1 : await tx.$count(deviceKey, eq(deviceKey.id, id));
    return known > 0 ? { id } : { problem: 'DEVICE_KEY_UNKNOWN' };
  });
