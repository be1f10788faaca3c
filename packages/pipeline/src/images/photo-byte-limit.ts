/** Bytes of a photo, from intake to decoder: a 50 MP JPEG of quality 95 has about 25 MB; more is not a shelf photo. */
export const photoByteLimit = 25 * 1024 * 1024;
