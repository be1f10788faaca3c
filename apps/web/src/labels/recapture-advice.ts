import type { RecaptureReason } from '../../generated/graphql.ts';

/** What to do better, for whoever stands before the shelf with the camera: one thing a reason. */
export const recaptureAdvice: Record<RecaptureReason, string> = {
  TOO_SMALL: 'Set the camera to its full resolution, and send the photo itself, not a preview of it.',
  BAD_ASPECT: 'Take one whole photo of the bay. A strip or a panorama cannot be compared with the planogram.',
  TOO_BLURRED: 'Hold the camera still and wait until the shelf is sharp. Wipe the lens if it stays blurred.',
  TOO_DARK: 'Switch the lights of the aisle on, or take the photo while the store is lit.',
  TOO_BRIGHT: 'Do not point the camera at a window or a lamp, and switch the flash off.',
  GLARE: 'Take one step to the side, so that no lamp is reflected in the shelf, and switch the flash off.',
  UPLOAD_EXPIRED: 'Take the photo where the Wi-Fi is good, and leave the app open until it says sent.',
  PHOTO_UNREACHABLE: 'Take the photo again. If it happens again, have the camera’s connection checked.',
  PHOTO_EMPTY: 'Take the photo again. If it happens again, check whether the camera’s storage is full.',
  PHOTO_CORRUPT:
    'Take the photo again, and wait until it is saved before the camera is moved or switched off.',
  PHOTO_UNSUPPORTED: 'Set the camera to JPEG, then take the photo again.',
  PHOTO_TOO_LARGE: 'Set the camera to a lower resolution, then take the photo again.',
  PHOTO_TOO_COSTLY:
    'Take a plain photo with the camera itself: no panorama, and no edited or composed picture.',
  HASH_MISMATCH: 'Take or send the photo again; it was changed on its way.',
  MIME_MISMATCH: 'Take the photo again. If it happens again, have the camera’s software checked.',
  ASKED_BY_PERSON: 'Take the same bay again, all of it, straight from the front.',
};
