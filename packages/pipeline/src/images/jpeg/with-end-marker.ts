import type { JpegInspection } from './inspect-jpeg.ts';

const endMarker = Buffer.from([0xff, 0xd9]);

/** Closes a whole JPEG whose end marker never arrived: a decoder that refuses cut files would refuse it. */
export const withEndMarker = (jpeg: Uint8Array, inspection: JpegInspection | null): Uint8Array =>
  inspection?.verdict === 'WHOLE' && !inspection.hasEndMarker
    ? Buffer.concat([jpeg.subarray(0, inspection.end), endMarker])
    : jpeg;
