import { photoByteLimit } from '../images/photo-byte-limit.ts';

/** The same limit as the decoder: no photo may be accepted first and then rejected for its size. */
export const maxPhotoBytes = photoByteLimit;

/** Time for a photo to arrive over a bad network before its capture is dead-lettered. */
export const uploadLifetimeHours = 24;

/**
 * Bytes that one store may have announced but not completed: 80 photos of maximum size, or an hour of the cameras of a
 * large store at 5 MB per photo. A device beyond that opens uploads without completing them, on a disk that all stores
 * share.
 */
export const unfinishedBytesPerStore = 2 * 1024 ** 3;

/** Minimum size that counts for an upload: even an upload of zero bytes costs a row and a file. */
export const minUploadBytes = 64 * 1024;
