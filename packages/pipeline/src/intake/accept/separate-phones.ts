import { idempotencyKeyOfDevice, keyVersions } from '../idempotency-key.ts';
import type { Resend } from './answer-resends.ts';
import { compareWithEarlier } from './compare-with-earlier.ts';
import { withKey } from './identify-devices.ts';
import type { PayloadWithUpload } from './resolve-uploads.ts';

/**
 * Separates the resends of a device without a MAC from photos of another phone with the same device key: another photo
 * of the same aisle and instant is a capture of its own, since nothing else tells the phones apart. Its key names the
 * photo, so that its resend is found again. For a device with a MAC such a photo stays a conflict.
 */
export function separatePhones(resends: readonly Resend[]): {
  resends: Resend[];
  ofOtherPhones: PayloadWithUpload[];
} {
  const separated = { resends: [] as Resend[], ofOtherPhones: [] as PayloadWithUpload[] };
  for (const resend of resends) {
    const other = photoOfOtherPhone(resend);
    if (other === null) separated.resends.push(resend);
    else separated.ofOtherPhones.push(other);
  }
  return separated;
}

function photoOfOtherPhone({ received, earlier }: Resend): PayloadWithUpload | null {
  const { keyVersion, deviceId, payload, upload } = received;
  if (keyVersion !== keyVersions.device || deviceId === null) return null;
  const comparison = compareWithEarlier(received, earlier);
  if (comparison.kind !== 'DIFFERENT') return null;
  const key = Buffer.from(idempotencyKeyOfDevice(payload, deviceId, comparison.claim));
  return { ...withKey({ ...received, earlierKey: null }, key), upload };
}
