import type { DeadLetterReason } from '../generated/graphql.ts';
import { phoneFormatSetting } from './phone-format-setting.ts';
import type { ReasonLabel } from './reason-label.ts';

/** Why a photo was rejected: a sentence for the store, and one for the operator. */
export const photoReasons = {
  UPLOAD_EXPIRED: {
    label: 'Upload expired',
    advice: 'The photo was not finished in time, often because of the store’s Wi-Fi. Take it again.',
    operator:
      'The upload was created but never completed before it expired. Several at once from one store point at its network, one model everywhere at its upload code.',
  },
  PHOTO_UNREACHABLE: {
    label: 'Photo could not be fetched',
    advice: 'The address of the photo did not answer. Check that it is still there.',
    operator:
      'All fetches of image_url failed. The message has the last failure; addresses in private networks are refused on purpose.',
  },
  PHOTO_EMPTY: {
    label: 'Empty photo',
    advice: 'The file has no content. Take the photo again.',
    operator: 'Zero bytes arrived. Check whether the device writes the file after announcing it.',
  },
  PHOTO_CORRUPT: {
    label: 'Damaged photo',
    advice: 'The file is damaged beyond use. Take the photo again.',
    operator: 'The decoder failed; the message says where. A file that ends early was cut off at the sender.',
  },
  PHOTO_DAMAGED: {
    label: 'Part of the photo lost',
    advice: 'A part of the photo is missing or changed. Take it again.',
    operator:
      'The JPEG’s data breaks off or does not add up; a decoder would fill the rest with grey. Check the sender’s network, storage and upload code.',
  },
  PHOTO_UNSUPPORTED: {
    label: 'Not a photo we can open',
    advice: `The file is of a kind that cannot be opened. Set the camera to JPEG. ${phoneFormatSetting}`,
    operator: 'Only JPEG, PNG and WebP are decoded. HEIC is the usual cause: set the device to JPEG.',
  },
  PHOTO_TOO_LARGE: {
    label: 'Photo too large',
    advice: 'The file is larger than allowed. Lower the camera’s resolution.',
    operator: 'Over the limit of bytes or pixels; the message names both figures. It was not decoded.',
  },
  PHOTO_TOO_COSTLY: {
    label: 'Photo unsafe to open',
    advice: 'Opening the file would take far more memory than a photo needs. Check its origin.',
    operator:
      'Decoding reached its limit of time or memory in a separate process. Keep the file for analysis; do not open it by hand.',
  },
  HASH_MISMATCH: {
    label: 'Photo changed in transit',
    advice: 'The photo that arrived is not the announced one. Take or send it again.',
    operator:
      'The SHA-256 of the bytes is not the one in the payload. Check for a proxy that rewrites images, or a device that hashes before the file is complete.',
  },
  MIME_MISMATCH: {
    label: 'File is not what it says',
    advice: 'The file’s kind is not the one that was announced. Have the camera’s software checked.',
    operator: 'The first bytes have another format than mime_type. The device’s payload has to be corrected.',
  },
  QUALITY_TOO_LOW: {
    label: 'Photo not good enough',
    advice:
      'The photo did not meet the requirements, and no better one arrived in time. Take it again; the capture has advice.',
    operator:
      'All retries of the quality rule were used, and its final policy is to reject the photo. If good photos end here, check the rule of this store and camera model.',
  },
} satisfies Partial<Record<DeadLetterReason, ReasonLabel>>;
