import { z } from 'zod';
import { canonicalAisle } from '../../aisle.ts';
import { readInstant } from '../payload-instant.ts';
import { canonicalMimeType, explainMimeTypes, photoMimeTypes } from '../photo-mime-types.ts';

/**
 * The schemas of single facts, shared by all versions. Messages continue a sentence that begins with the field name:
 * "aisle must ...".
 */

/** Returns the schema of a non-blank text. */
export const text = (maxLength: number) =>
  z.string().trim().min(1, 'must not be empty').max(maxLength, `must have at most ${maxLength} characters`);

/** Codes and names appear in lists and unique indexes, so they stay short. */
export const storeCode = text(64);
export const planogramVersion = text(128);
export const note = z.string().trim().max(512, 'must have at most 512 characters');

export const aisle = z
  .string()
  .trim()
  .max(64, 'must have at most 64 characters')
  .refine((given) => canonicalAisle(given) !== '', 'must have a visible character');

export const instant = z
  .string()
  .trim()
  // 9 digits of a second are a nanosecond; the rest leaves room for any clock.
  .max(64, 'must have at most 64 characters')
  .refine(
    (given) => readInstant(given) !== null,
    'must be an RFC 3339 instant of the years 1900 to 9999 with an offset, such as 2026-11-23T09:15:02.431+01:00',
  )
  .transform((given) => given.toUpperCase());

export const mac = z
  .string()
  .trim()
  .regex(
    /^([0-9a-f]{2}([:-]?)(?:[0-9a-f]{2}\2){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i,
    'must be a MAC address, such as 3C:5A:B4:01:02:03',
  );

export const photoUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
  .max(2048, 'must have at most 2048 characters');

const uuid = (message: string) => z.uuid(message).transform((given) => given.toLowerCase());
export const uploadId = uuid('must be the id that captureUploadCreate gave');
export const captureId = uuid('must be the id of an earlier capture');

export const mimeType = z.preprocess(
  (given) => (typeof given === 'string' ? canonicalMimeType(given) : given),
  z.enum(photoMimeTypes, { error: ({ input }) => explainMimeTypes(String(input)) }),
);
export const byteLength = z.int('must be a whole number of bytes').nonnegative('must not be negative');
export const sha256 = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in 64 hex digits')
  .transform((given) => given.toLowerCase());
export const battery = z.number().min(0, 'must be a share of 0 to 1').max(1, 'must be a share of 0 to 1');

/** Five digits: no camera has a side of 100,000 pixels. */
const maxSidePx = 99_999;
export const sidePx = z
  .int('must be a whole number of pixels')
  .min(1, 'must be at least 1 pixel')
  .max(maxSidePx, `must be at most ${maxSidePx} pixels`);
