import type { JpegFrame } from './jpeg-frame.ts';
import type { JpegScan } from './jpeg-scan.ts';

/** Which bits of which coefficients the scans have brought so far. */
export interface ScanProgress {
  /** False when a scan refines what no earlier scan brought: one is lost. */
  add(scan: JpegScan): boolean;
  /** Whether every component is there to its last bit. */
  isComplete(): boolean;
}

/** More than the 13 bits that an approximation may leave out. */
const absent = 255;

export function scanProgress({ components, progressive }: JpegFrame): ScanProgress {
  const missingBits = components.map(() => new Uint8Array(64).fill(absent));
  return {
    add({ components: scanned, spectralStart, spectralEnd, approximationHigh, approximationLow }) {
      for (const { index } of scanned) {
        const bits = missingBits[index] as Uint8Array;
        const band = bits.subarray(spectralStart, spectralEnd + 1);
        const before = approximationHigh === 0 ? absent : approximationHigh;
        if (progressive && band.some((left) => left !== before)) return false;
        band.fill(approximationLow);
      }
      return true;
    },
    isComplete: () => missingBits.every((bits) => bits.every((left) => left === 0)),
  };
}
