import { photoByteLimit } from '../images/photo-byte-limit.ts';

/** What is taken in is what the decoder takes: a photo must not be accepted and then refused for its size. */
export const maxPhotoBytes = photoByteLimit;

/** How long a photo may take to arrive over a bad network before its capture is given up. */
export const uploadLifetimeHours = 24;

/**
 * What one store may have announced and not finished: 80 photos of the largest size, or an hour of a big store's
 * cameras at 5 MB a photo. More is a device that opens uploads and never ends them, on a disk that all stores share.
 */
export const unfinishedBytesPerStore = 2 * 1024 ** 3;

/** What an upload counts at least: even one that announces no bytes costs a row and a file. */
export const leastUploadBytes = 64 * 1024;
