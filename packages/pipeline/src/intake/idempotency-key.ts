import { createHash } from 'node:crypto';
import type { Payload } from './payload.ts';

/** Stored beside the key: a later way of making keys does not disturb the keys that are there. */
export const keyVersion = 1;

/**
 * The deterministic key over aisle coordinate, capture time and device (the store is a column of its own, taken
 * from the device key). The parts are canonical, and a JSON array keeps them apart: no text in one part can
 * look like two parts.
 */
export function idempotencyKey(payload: Pick<Payload, 'aisle' | 'timestamp' | 'device_mac'>): Uint8Array {
  const parts = [
    canonicalAisle(payload.aisle),
    canonicalInstant(payload.timestamp),
    canonicalMac(payload.device_mac),
  ];
  return createHash('sha256')
    .update(JSON.stringify(['gondola.capture', keyVersion, ...parts]))
    .digest();
}

/** One spelling of an aisle coordinate: composed Unicode, single spaces, upper case. Also the bay's name. */
export const canonicalAisle = (aisle: string): string =>
  aisle.normalize('NFC').trim().replace(/\s+/gu, ' ').toUpperCase();

export const canonicalMac = (mac: string): string => mac.replace(/[^0-9a-f]/gi, '').toLowerCase();

/**
 * Seconds since 1970 UTC with the fraction exactly as precise as it was given, trailing zeros dropped: `.5` and
 * `.500` are one instant, `.431` and `.4312` are two.
 */
export function canonicalInstant(timestamp: string): string {
  const fraction = /\.(\d+)/.exec(timestamp)?.[1]?.replace(/0+$/, '') ?? '';
  const wholeSeconds = Math.floor(Date.parse(timestamp.replace(/\.\d+/, '')) / 1000);
  return fraction === '' ? `${wholeSeconds}` : `${wholeSeconds}.${fraction}`;
}
