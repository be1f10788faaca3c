/** Bytes before the padding that must be other than it: a zeroed end decodes as picture for some bytes before it is too much. */
const contextBytes = 8;

/** Some firmware rounds its data up, to a word or a disk block, with one repeated byte: 00 or FF. */
export function isPadding(bytes: Uint8Array, from: number, to: number): boolean {
  const fill = bytes[from];
  if (fill !== 0 && fill !== 0xff) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== fill) return false;
  const before = bytes.subarray(Math.max(0, from - contextBytes), from);
  return before.filter((byte) => byte === fill).length < contextBytes / 2;
}
