/** A 50 MP JPEG of a shelf at quality 95 is about 25 MB; more than that is not a shelf photo. */
export const maxPhotoBytes = 25 * 1024 * 1024;

/** How long a photo may take to arrive over a bad network before its capture is given up. */
export const uploadLifetimeHours = 24;

/**
 * What one store may have announced and not finished: 80 photos of the largest size, or an hour of a big store's
 * cameras at 5 MB a photo. More is a device that opens uploads and never ends them, on a disk that all stores share.
 */
export const unfinishedBytesPerStore = 2 * 1024 ** 3;

/** What an upload counts at least: even one that announces no bytes costs a row and a file. */
export const leastUploadBytes = 64 * 1024;
