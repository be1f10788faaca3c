import { z } from 'zod';
import * as field from './field-schemas.ts';
import { definePayloadVersion } from './payload-version.ts';
import type { PayloadV2 } from './version-2.ts';

const schema = z.looseObject({
  schema_version: z.literal(1).default(1),
  store_id: field.storeCode,
  aisle: field.aisle,
  timestamp: field.instant,
  device_mac: field.mac,
  planogram_version: field.planogramVersion,
  capture_resolution: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,4}x[1-9]\d{0,4}$/, 'must be width x height in pixels, such as 4032x3024'),
  image_url: field.photoUrl.optional(),
  upload_id: field.uploadId.optional(),
  mime_type: field.mimeType.optional(),
  byte_length: field.byteLength.optional(),
  sha256: field.sha256.optional(),
  firmware: field.note.optional(),
  battery: field.battery.optional(),
  sent_at: field.instant.optional(),
  supersedes: field.captureId.optional(),
});

/** The original, flat schema. A payload without `schema_version` has this version. */
export const version1 = definePayloadVersion({
  version: 1,
  schema,
  names: {
    store_id: ['store_id'],
    aisle: ['aisle'],
    timestamp: ['timestamp'],
    sentAt: ['sent_at'],
    device_mac: ['device_mac'],
    planogram_version: ['planogram_version'],
    capture_resolution: ['capture_resolution'],
    image_url: ['image_url'],
    upload_id: ['upload_id'],
    mime_type: ['mime_type'],
    byte_length: ['byte_length'],
    sha256: ['sha256'],
    deviceModel: [],
    firmware: ['firmware'],
    battery: ['battery'],
    supersedes: ['supersedes'],
  },
  upgrade: toVersion2,
});

function toVersion2(v1: z.output<typeof schema>): PayloadV2 {
  const [width = 0, height = 0] = v1.capture_resolution.split('x').map(Number);
  return {
    schema_version: 2,
    store_id: v1.store_id,
    aisle: v1.aisle,
    captured_at: v1.timestamp,
    sent_at: v1.sent_at,
    planogram_version: v1.planogram_version,
    device: { mac: v1.device_mac, firmware: v1.firmware, battery: v1.battery },
    photo: {
      url: v1.image_url,
      upload_id: v1.upload_id,
      mime_type: v1.mime_type,
      byte_length: v1.byte_length,
      sha256: v1.sha256,
      width,
      height,
    },
    supersedes: v1.supersedes,
  };
}
