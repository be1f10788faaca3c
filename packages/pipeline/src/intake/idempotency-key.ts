import { createHash } from 'node:crypto';
import { canonicalAisle } from '../aisle.ts';
import type { Payload } from './payload.ts';
import { readInstant } from './payload-instant.ts';

/** Stored with the key, so that a later key algorithm does not affect existing keys. */
export const keyVersions = { mac: 1, device: 2 } as const;
export type KeyVersion = (typeof keyVersions)[keyof typeof keyVersions];

type Place = Pick<Payload, 'aisle' | 'timestamp'>;

/**
 * Returns the deterministic key of aisle coordinate, capture time and device. The store is a column of its own, taken
 * from the device key. The parts are canonical, and a JSON array separates them: no text in one part can imitate two
 * parts. `docs/payloads.md` defines when two payloads are one capture.
 */
export const idempotencyKey = (payload: Place & Pick<Payload, 'device_mac'>): Uint8Array =>
  digest(keyVersions.mac, payload, [canonicalMac(payload.device_mac)]);

/**
 * Returns the key of a device that reports a placeholder for its MAC: the id of its row takes the place of the MAC. Two
 * phones with one device key can send different photos for the same aisle and time; `photo` names the later one.
 */
export const idempotencyKeyOfDevice = (
  payload: Place,
  deviceId: string,
  photo: string | null = null,
): Uint8Array => digest(keyVersions.device, payload, photo === null ? [deviceId] : [deviceId, photo]);

function digest(version: KeyVersion, { aisle, timestamp }: Place, device: readonly string[]): Uint8Array {
  const parts = [canonicalAisle(aisle), canonicalInstant(timestamp), ...device];
  return createHash('sha256')
    .update(JSON.stringify(['gondola.capture', version, ...parts]))
    .digest();
}

export const canonicalMac = (mac: string): string => mac.replace(/[^0-9a-f]/gi, '').toLowerCase();

/**
 * Returns true for an address that no device has for itself. iOS and Android report 02:00:00:00:00:00 to every app;
 * twelve equal digits are what firmware writes when it cannot read the address.
 */
export function isPlaceholderMac(mac: string): boolean {
  const digits = canonicalMac(mac);
  return digits === '020000000000' || /^(.)\1*$/.test(digits);
}

/**
 * Returns seconds since 1970 UTC with the fraction as precise as given, without trailing zeros: `.5` and `.500` are the
 * same instant, `.431` and `.4312` are not.
 */
export function canonicalInstant(timestamp: string): string {
  const instant = readInstant(timestamp);
  if (instant === null) throw new Error(`invariant: not an instant: ${timestamp}`);
  const { wholeSeconds, fraction } = instant;
  return fraction === '' ? `${wholeSeconds}` : `${wholeSeconds}.${fraction}`;
}
