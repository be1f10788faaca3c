import { createHash } from 'node:crypto';
import type { RenderedCapture } from '../photo/render-capture.ts';
import { hashOf } from '../random.ts';
import type { CapturePlan } from './capture-plan.ts';
import { localInstant } from './local-instant.ts';

/** The payload of a device, by the field names of the contract. */
export type DevicePayload = Record<string, string | number>;

/** Returns the address of the bay's camera: locally administered (second digit 2). */
export function deviceMac(storeCode: string, aisle: string): string {
  const hash = hashOf(`camera/${storeCode}/${aisle}`);
  const octets = [0x02, 0x47, (hash >>> 24) & 255, (hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255];
  return octets.map((octet) => octet.toString(16).toUpperCase().padStart(2, '0')).join(':');
}

/** Returns the payload that a device sends for a capture; the time of sending is stamped at each attempt. */
export function devicePayload(plan: CapturePlan, capture: RenderedCapture, uploadId: string): DevicePayload {
  const { store, aisle } = plan;
  return {
    schema_version: 1,
    store_id: store.code,
    aisle,
    timestamp: localInstant(capture.takenAt, store.timeZone),
    device_mac: deviceMac(store.code, aisle),
    planogram_version: plan.taggedLabel,
    capture_resolution: `${capture.widthPx}x${capture.heightPx}`,
    upload_id: uploadId,
    mime_type: 'image/jpeg',
    byte_length: capture.jpeg.length,
    sha256: sha256Of(capture.jpeg),
    firmware: 'simulator/1',
    battery: 0.3 + (hashOf(`${plan.ordinal}`) % 70) / 100,
  };
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
