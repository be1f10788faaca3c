/** JavaScript's 16-bit floats, which this TypeScript's library does not describe yet. */
interface HalfArray extends ArrayLike<number> {
  readonly buffer: ArrayBuffer;
}
const { Float16Array: Halves } = globalThis as unknown as {
  Float16Array: new (from: ArrayLike<number>) => HalfArray;
};

/** The bits of IEEE 754 halves. */
export const toHalfBits = (values: Float32Array): Uint16Array => new Uint16Array(new Halves(values).buffer);
