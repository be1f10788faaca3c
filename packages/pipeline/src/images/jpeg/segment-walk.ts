import type { EntropySegment } from './entropy-segments.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import type { JpegScan } from './jpeg-scan.ts';

/** The order of units in a scan: blocks of one component, or interleaved units of several. */
export interface ScanUnits {
  total: number;
  wide: number;
  /** Pixel rows of a row of units. */
  rowsPx: number;
}

export function unitsOf(frame: JpegFrame, scan: JpegScan): ScanUnits {
  const [first] = scan.components;
  if (!first || scan.components.length > 1)
    return { total: frame.unitsWide * frame.unitsHigh, wide: frame.unitsWide, rowsPx: 8 * frame.maxDown };
  const { blocksWide, blocksHigh, down } = first.component;
  return { total: blocksWide * blocksHigh, wide: blocksWide, rowsPx: (8 * frame.maxDown) / down };
}

/** What a walk reads: a segment of the unstuffed bytes, with the units that it should hold. */
export interface SegmentTask {
  bytes: Uint8Array;
  segment: Pick<EntropySegment, 'from' | 'to'>;
  scan: JpegScan;
  units: ScanUnits;
  /** Number of the segment's first unit in the scan. */
  firstUnit: number;
  unitCount: number;
}

export interface SegmentWalk {
  /** Units decoded before the data ended or made no sense. */
  units: number;
  /** Null when every unit was decoded. */
  stop: 'DATA_ENDED' | 'BAD_CODE' | null;
  /** Bits read. */
  bits: number;
}

/** The longest code. Where fewer bits are left, nonsense is what lies behind the end. */
const maxCodeBits = 16;

export const stoppedAt = (units: number, bit: number, endBit: number): SegmentWalk => ({
  units,
  stop: bit + maxCodeBits > endBit ? 'DATA_ENDED' : 'BAD_CODE',
  bits: bit,
});

/** The mean of a block lies within -1024 to 1016 (ITU T.81, A.3.3); an encoder may round one step further. */
export const isDcOfPicture = (dc: number, step: number): boolean => Math.abs(dc) <= 1024 + 2 * step;
