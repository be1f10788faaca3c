import { z } from 'zod';
import type { Payload } from '../payload.ts';
import * as field from './field-schemas.ts';
import { definePayloadVersion } from './payload-version.ts';

const schema = z.looseObject({
  schema_version: z.literal(2),
  store_id: field.storeCode,
  aisle: field.aisle,
  captured_at: field.instant,
  sent_at: field.instant.optional(),
  planogram_version: field.planogramVersion,
  device: z.looseObject({
    mac: field.mac,
    model: field.text(128).optional(),
    firmware: field.note.optional(),
    battery: field.battery.optional(),
  }),
  photo: z.looseObject({
    url: field.photoUrl.optional(),
    upload_id: field.uploadId.optional(),
    mime_type: field.mimeType.optional(),
    byte_length: field.byteLength.optional(),
    sha256: field.sha256.optional(),
    width: field.sidePx,
    height: field.sidePx,
  }),
  supersedes: field.captureId.optional(),
});

export type PayloadV2 = z.output<typeof schema>;

/** Groups the facts of the device and of the photo in objects of their own; adds the camera model. */
export const version2 = definePayloadVersion({
  version: 2,
  schema,
  names: {
    store_id: ['store_id'],
    aisle: ['aisle'],
    timestamp: ['captured_at'],
    sentAt: ['sent_at'],
    device_mac: ['device.mac'],
    planogram_version: ['planogram_version'],
    capture_resolution: ['photo.width', 'photo.height'],
    image_url: ['photo.url'],
    upload_id: ['photo.upload_id'],
    mime_type: ['photo.mime_type'],
    byte_length: ['photo.byte_length'],
    sha256: ['photo.sha256'],
    deviceModel: ['device.model'],
    firmware: ['device.firmware'],
    battery: ['device.battery'],
    supersedes: ['supersedes'],
  },
  upgrade: toPayload,
});

function toPayload({ device, photo, ...v2 }: PayloadV2): Payload {
  return {
    store_id: v2.store_id,
    aisle: v2.aisle,
    timestamp: v2.captured_at,
    sentAt: v2.sent_at,
    device_mac: device.mac,
    planogram_version: v2.planogram_version,
    capture_resolution: `${photo.width}x${photo.height}`,
    image_url: photo.url,
    upload_id: photo.upload_id,
    mime_type: photo.mime_type,
    byte_length: photo.byte_length,
    sha256: photo.sha256,
    deviceModel: device.model,
    firmware: device.firmware,
    battery: device.battery,
    supersedes: v2.supersedes,
  };
}
