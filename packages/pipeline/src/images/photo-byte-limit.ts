/**
 * Bytes of a photo, from intake to decoder. Phones write 0.15 to 0.35 MB a megapixel: 40 MiB hold 120 megapixels. A larger file is not
 * a shelf photo.
 */
export const photoByteLimit = 40 * 1024 * 1024;
