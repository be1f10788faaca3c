import { z } from 'zod';
import { photoMimeTypes } from './photo-mime-types.ts';

const maxTextLength = 512;
const text = z.string().trim().min(1, 'must not be empty').max(maxTextLength);

/** Version 1 of what a device hands in. Unknown fields are kept with the capture and otherwise ignored. */
export const payloadV1 = z.looseObject({
  schema_version: z.literal(1).default(1),
  store_id: text.max(64),
  aisle: text.max(64),
  timestamp: z.iso.datetime({
    offset: true,
    error: 'must be an ISO 8601 instant with an offset, such as 2026-11-23T09:15:02.431+01:00',
  }),
  device_mac: z
    .string()
    .trim()
    .regex(
      /^([0-9a-f]{2}([:-]?)(?:[0-9a-f]{2}\2){4}[0-9a-f]{2}|[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})$/i,
      'must be a MAC address, such as 3C:5A:B4:01:02:03',
    ),
  planogram_version: text.max(128),
  capture_resolution: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}x[1-9]\d{0,4}$/, 'must be width x height in pixels, such as 4032x3024'),
  image_url: z
    .url({ protocol: /^https?$/, error: 'must be an http or https URL' })
    .max(2048)
    .optional(),
  upload_id: z.uuid('must be the id that captureUploadCreate gave').optional(),
  mime_type: z.enum(photoMimeTypes, `must be one of ${photoMimeTypes.join(', ')}`).optional(),
  byte_length: z.int().nonnegative().optional(),
  sha256: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 in 64 hex digits')
    .transform((s) => s.toLowerCase())
    .optional(),
  firmware: z.string().max(maxTextLength).optional(),
  battery: z.number().min(0).max(1).optional(),
  supersedes: z.uuid('must be the id of an earlier capture').optional(),
});

export type Payload = z.infer<typeof payloadV1>;
