/** A stretch of entropy-coded data between two markers, as a range of the unstuffed bytes. */
export interface EntropySegment {
  from: number;
  to: number;
  /** The restart marker behind it, 0 to 7; null at the end of the scan. */
  restart: number | null;
}

/** How far a reader may look ahead past the last byte: the longest code, its value, and the rest of a load. */
export const lookaheadBytes = 8;

/**
 * Copies the data of a scan that begins at `start` to `unstuffed`, without the zero bytes after each FF, and splits it at its
 * restart markers. `end` is the place of the marker that ends the scan, or the end of the file.
 */
export function splitEntropyData(
  file: Buffer,
  start: number,
  unstuffed: Uint8Array,
): { segments: EntropySegment[]; end: number } {
  const segments: EntropySegment[] = [];
  let written = 0;
  let from = 0;
  let read = start;
  const copyTo = (to: number) => {
    unstuffed.set(file.subarray(read, to), written);
    written += to - read;
  };
  const close = (restart: number | null) => {
    segments.push({ from, to: written, restart });
    from = written;
  };
  for (;;) {
    const at = file.indexOf(0xff, read);
    let after = at + 1;
    // Fill bytes may stand before any marker (ITU T.81, B.1.1.2).
    while (at >= 0 && file[after] === 0xff) after += 1;
    if (at < 0 || after >= file.length) {
      copyTo(at < 0 ? file.length : at);
      close(null);
      return { segments, end: file.length };
    }
    const marker = file[after] as number;
    copyTo(marker === 0 ? at + 1 : at);
    read = after + 1;
    if (marker >= 0xd0 && marker <= 0xd7) close(marker - 0xd0);
    else if (marker !== 0) {
      close(null);
      return { segments, end: at };
    }
  }
}
