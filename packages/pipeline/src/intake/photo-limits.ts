/** A 50 MP JPEG of a shelf at quality 95 is about 25 MB; more than that is not a shelf photo. */
export const maxPhotoBytes = 25 * 1024 * 1024;

/** How long a photo may take to arrive over a bad network before its capture is given up. */
export const uploadLifetimeHours = 24;
