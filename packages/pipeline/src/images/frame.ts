/** A decoded photo: interleaved 8-bit sRGB, rows from the top, no padding. `data.length === width * height * 3`. */
export interface Frame {
  data: Uint8Array;
  width: number;
  height: number;
}
