import type { ReasonWords } from './dead-letter-words.ts';

/** Why a photo was refused for good: a sentence for the store, and one for the operator. */
export const photoReasons = {
  UPLOAD_EXPIRED: {
    word: 'Upload ran out of time',
    advice: 'The photo was not finished in time, often because of the store’s Wi-Fi. Take it again.',
    operator:
      'The upload was created but never completed before it expired. Several at once from one store point at its network, one model everywhere at its upload code.',
  },
  PHOTO_UNREACHABLE: {
    word: 'Photo could not be fetched',
    advice: 'The address of the photo did not answer. Check that it is still there.',
    operator:
      'All fetches of image_url failed. The message tells the last failure; addresses in private networks are refused on purpose.',
  },
  PHOTO_EMPTY: {
    word: 'Empty photo',
    advice: 'The file has no content. Take the photo again.',
    operator: 'Zero bytes arrived. Look whether the device writes the file after it has announced it.',
  },
  PHOTO_CORRUPT: {
    word: 'Damaged photo',
    advice: 'The file is damaged beyond use. Take the photo again.',
    operator:
      'The decoder gave up; the message says where. Files that end early mean an upload that was cut off at the sender.',
  },
  PHOTO_UNSUPPORTED: {
    word: 'Not a photo we can open',
    advice: 'The file is of a kind that cannot be opened. Change the camera’s format.',
    operator: 'Only JPEG, PNG and WebP are decoded. HEIC is the usual cause: set the device to JPEG.',
  },
  PHOTO_TOO_LARGE: {
    word: 'Photo too large',
    advice: 'The file is larger than allowed. Lower the camera’s resolution.',
    operator: 'Over the limit of bytes or pixels; the message names both figures. It was not decoded.',
  },
  PHOTO_TOO_COSTLY: {
    word: 'Photo unsafe to open',
    advice: 'Opening the file would take far more memory than a photo needs. Look at where it came from.',
    operator:
      'Decoding was stopped at its limit of time or memory in a process of its own. Keep the file for study; do not open it by hand.',
  },
  HASH_MISMATCH: {
    word: 'Photo changed on its way',
    advice: 'What arrived is not what was announced. Take or send it again.',
    operator:
      'The SHA-256 of the bytes is not the one in the payload. Look for a proxy that rewrites images, or a device that hashes before it is done writing.',
  },
  MIME_MISMATCH: {
    word: 'File is not what it says',
    advice: 'The file’s kind is not the one that was announced. Have the camera’s software checked.',
    operator: 'The first bytes tell another format than mime_type. The device’s payload has to be mended.',
  },
  QUALITY_TOO_LOW: {
    word: 'Photo not good enough',
    advice:
      'The photo stayed below what is asked for, and no better one came in time. Take it again; the capture says what to do better.',
    operator:
      'All looks of the quality rule were spent and its final policy is to set the photo aside. If good photos end here, look at the rule of this store and camera model.',
  },
} satisfies Record<string, ReasonWords>;
