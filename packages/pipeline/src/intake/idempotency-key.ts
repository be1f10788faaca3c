import { createHash } from 'node:crypto';
import type { Payload } from './payload.ts';
import { readInstant } from './payload-instant.ts';

/** Stored beside the key: a later way of making keys does not disturb the keys that are there. */
export const keyVersion = 1;

/**
 * The deterministic key over aisle coordinate, capture time and device (the store is a column of its own, taken
 * from the device key). The parts are canonical, and a JSON array keeps them apart: no text in one part can
 * look like two parts. `docs/payloads.md` says what is one capture.
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

const plainAscii = /^[\x20-\x7e]*$/;

/**
 * One spelling of an aisle coordinate, which is also the bay's name: invisible characters gone, composed Unicode, upper case,
 * single spaces. What a person can tell apart stays apart: full-width digits, dashes of other lengths, leading zeros.
 */
export function canonicalAisle(aisle: string): string {
  if (plainAscii.test(aisle)) return aisle.trim().replace(/ +/g, ' ').toUpperCase();
  // Case is folded between taking the marks off their letters and putting them on again: some letters have a mark in
  // one code point in lower case only.
  const letters = [...aisle.replace(/\p{Default_Ignorable_Code_Point}/gu, '').normalize('NFD')];
  return letters
    .map(upperCaseOf)
    .join('')
    .normalize('NFC')
    .replace(/\p{White_Space}+/gu, ' ')
    .trim();
}

/**
 * A letter's upper case where the two are each other's only partner. `ß` is not `SS`, the dotless `ı` is not `I`, the long
 * `ſ` is not `S`: a capture too many is seen and put right, a capture taken for another one is lost.
 */
export function upperCaseOf(letter: string): string {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 && upper.toLowerCase() === letter ? upper : letter;
}

export const canonicalMac = (mac: string): string => mac.replace(/[^0-9a-f]/gi, '').toLowerCase();

/**
 * Seconds since 1970 UTC with the fraction exactly as precise as it was given, trailing zeros dropped: `.5` and
 * `.500` are one instant, `.431` and `.4312` are two.
 */
export function canonicalInstant(timestamp: string): string {
  const instant = readInstant(timestamp);
  if (instant === null) throw new Error(`the schema gate let through ${timestamp}`);
  const { wholeSeconds, fraction } = instant;
  return fraction === '' ? `${wholeSeconds}` : `${wholeSeconds}.${fraction}`;
}
