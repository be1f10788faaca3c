import type { RecaptureReason } from '../generated/graphql.ts';
import { phoneFormatSetting } from './phone-format-setting.ts';

/** What to improve, for staff at the shelf with the camera: one piece of advice per reason. */
export const recaptureAdvice: Record<RecaptureReason, string> = {
  TOO_SMALL: 'Set the camera to its full resolution, and send the photo itself, not a preview of it.',
  BAD_ASPECT: 'Take one whole photo of the bay. A strip or a panorama cannot be compared with the planogram.',
  TOO_BLURRED: 'Hold the camera still and wait until the shelf is sharp. Wipe the lens if it stays blurred.',
  TOO_DARK: 'Switch the lights of the aisle on, or take the photo while the store is lit.',
  TOO_BRIGHT: 'Do not point the camera at a window or a lamp, and switch the flash off.',
  GLARE: 'Take one step to the side, so that no lamp is reflected in the shelf, and switch the flash off.',
  TURNED: 'Hold the camera upright, and check that its photos are not stored sideways.',
  MIRRORED: 'Use the camera at the back of the phone, or switch off its mirror setting.',
  NO_COLOUR: 'Switch the lights on, or switch the camera from night mode to colour.',
  OTHER_BAY: 'Check the number of the bay, and take the photo in front of the right one.',
  TOO_CLOSE: 'Step back until the whole bay is in the photo.',
  TOO_FAR: 'Step closer until the bay fills the photo.',
  COVERED: 'Wait until nothing stands in front of the shelf, then take the photo again.',
  NOT_RECOGNISED: 'Take the whole bay straight from the front, and check that it is the right bay.',
  UPLOAD_EXPIRED: 'Take the photo where the Wi-Fi is good, and leave the app open until it says sent.',
  PHOTO_UNREACHABLE: 'Take the photo again. If it happens again, have the camera’s connection checked.',
  PHOTO_EMPTY: 'Take the photo again. If it happens again, check whether the camera’s storage is full.',
  PHOTO_CORRUPT:
    'Take the photo again, and wait until it is saved before the camera is moved or switched off.',
  PHOTO_DAMAGED:
    'A part of the photo was lost on its way. Take it again, and keep the app open until it says sent.',
  PHOTO_UNSUPPORTED: `Set the camera to JPEG, then take the photo again. ${phoneFormatSetting}`,
  PHOTO_TOO_LARGE: 'Set the camera to a lower resolution, then take the photo again.',
  PHOTO_TOO_COSTLY:
    'Take a plain photo with the camera itself: no panorama, and no edited or composed picture.',
  HASH_MISMATCH: 'Take or send the photo again; it was changed in transit.',
  MIME_MISMATCH: 'Take the photo again. If it happens again, have the camera’s software checked.',
  ASKED_BY_PERSON: 'Take the same bay again, all of it, straight from the front.',
};
