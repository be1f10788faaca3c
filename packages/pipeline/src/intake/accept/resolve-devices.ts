import type { Transaction } from '@gondola/db';
import { type DeviceName, findOrCreateDevices } from '../../devices/find-or-create-devices.ts';
import type { MatchedPayload } from './find-existing.ts';

/** Returns the device of each capture. A device is created with its first capture. */
export async function resolveDevices(
  tx: Transaction,
  admitted: readonly MatchedPayload[],
): Promise<Map<MatchedPayload, string>> {
  const unknown = admitted.filter(({ received }) => received.deviceId === null);
  const created = unknown.length === 0 ? null : await findOrCreateDevices(tx, unknown.map(nameOf));
  return new Map(
    admitted.map((matched) => {
      const deviceId = matched.received.deviceId ?? created?.(nameOf(matched));
      if (!deviceId) throw new Error(`invariant: no device ${matched.received.mac}`);
      return [matched, deviceId];
    }),
  );
}

function nameOf({ received: { mac, device } }: MatchedPayload): DeviceName {
  if (mac === null) throw new Error('invariant: a device without a MAC was not identified');
  return { storeId: device.storeId, mac };
}
