/** Bytes of a photo that are taken in: a 16 MP phone JPEG of high quality has about 10 MB. */
export const photoByteLimit = 25_000_000;
