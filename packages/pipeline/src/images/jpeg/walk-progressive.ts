import type { JpegScan } from './jpeg-scan.ts';
import { isDcOfPicture, type SegmentTask, type SegmentWalk, stoppedAt } from './segment-walk.ts';

/** A bit for each coefficient that an earlier scan made other than zero: two words for each block of a component. */
export type CoefficientMap = Uint32Array;

/** Decodes the codes of one segment of a progressive scan without making pixels of them; as strict as `walkSequential`. */
export function walkProgressive(task: SegmentTask, maps: readonly CoefficientMap[]): SegmentWalk {
  if (task.scan.spectralStart === 0) return walkDc(task);
  const [only] = task.scan.components;
  const map = only && maps[only.index];
  if (!map) throw new Error('invariant: a progressive AC scan has one component');
  return task.scan.approximationHigh === 0 ? walkFirstAc(task, only, map) : walkRefinedAc(task, only, map);
}

/** Reads the bits of a segment, at most 16 at a time. */
class BitReader {
  bit = 0;
  private readonly bytes: Uint8Array;
  private readonly from: number;
  constructor({ bytes, segment: { from } }: SegmentTask) {
    this.bytes = bytes;
    this.from = from;
  }
  peek16(): number {
    const { bytes, bit } = this;
    const at = this.from + (bit >>> 3);
    const loaded =
      ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    return (loaded >> (8 - (bit & 7))) & 0xffff;
  }
  take(count: number): number {
    if (count === 0) return 0;
    const value = this.peek16() >> (16 - count);
    this.bit += count;
    return value;
  }
}

const endBitOf = ({ segment: { from, to } }: SegmentTask): number => (to - from) * 8;

function walkDc(task: SegmentTask): SegmentWalk {
  const { scan, unitCount } = task;
  const { approximationHigh: high, approximationLow: low } = scan;
  const endBit = endBitOf(task);
  const reader = new BitReader(task);
  const interleaved = scan.components.length > 1;
  const predictions = scan.components.map(() => 0);
  for (let unit = 0; unit < unitCount; unit++) {
    for (const [i, { component, dc }] of scan.components.entries()) {
      const blocks = interleaved ? component.across * component.down : 1;
      if (high > 0) {
        reader.bit += blocks;
        continue;
      }
      const step = component.dcStep * 2 ** low;
      for (let b = 0; b < blocks; b++) {
        const entry = dc[reader.peek16()] as number;
        const size = entry & 255;
        if (entry === 0 || size > 11) return stoppedAt(unit, reader.bit, endBit);
        reader.bit += entry >> 8;
        const value = reader.take(size);
        const difference = size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
        const prediction = (predictions[i] as number) + difference;
        predictions[i] = prediction;
        if (!isDcOfPicture(prediction * step, step)) return stoppedAt(unit, reader.bit, endBit);
      }
    }
    if (reader.bit > endBit) return { units: unit, stop: 'DATA_ENDED', bits: endBit };
  }
  return { units: unitCount, stop: null, bits: reader.bit };
}

type Scanned = JpegScan['components'][number];

/** The place of a unit's block in its component's map. */
function blockOf({ firstUnit, units }: SegmentTask, { component }: Scanned, unit: number): number {
  const place = firstUnit + unit;
  return (Math.floor(place / units.wide) * component.paddedBlocksWide + (place % units.wide)) * 2;
}

const isSet = (map: CoefficientMap, block: number, k: number): boolean =>
  (((map[block + (k >> 5)] as number) >>> (k & 31)) & 1) === 1;

function set(map: CoefficientMap, block: number, k: number): void {
  map[block + (k >> 5)] = (map[block + (k >> 5)] as number) | (1 << (k & 31));
}

function walkFirstAc(task: SegmentTask, scanned: Scanned, map: CoefficientMap): SegmentWalk {
  const { scan, unitCount } = task;
  const { spectralStart, spectralEnd } = scan;
  const { ac } = scanned;
  const endBit = endBitOf(task);
  const reader = new BitReader(task);
  let unit = 0;
  while (unit < unitCount) {
    const block = blockOf(task, scanned, unit);
    /** Blocks that end here, this one among them. */
    let ended = 1;
    for (let k = spectralStart; k <= spectralEnd; ) {
      const entry = ac[reader.peek16()] as number;
      if (entry === 0) return stoppedAt(unit, reader.bit, endBit);
      const size = entry & 15;
      const run = (entry >> 4) & 15;
      reader.bit += entry >> 8;
      if (size === 0 && run < 15) {
        ended = (1 << run) + reader.take(run);
        break;
      }
      k += run;
      if (size > 0) {
        reader.bit += size;
        if (k > spectralEnd) return stoppedAt(unit, reader.bit, endBit);
        set(map, block, k);
      }
      k += 1;
    }
    if (reader.bit > endBit) return { units: unit, stop: 'DATA_ENDED', bits: endBit };
    unit += ended;
  }
  // A run of ended blocks cannot reach past the segment.
  return unit > unitCount
    ? stoppedAt(unitCount, 0, Infinity)
    : { units: unitCount, stop: null, bits: reader.bit };
}

/** A refinement has a bit for each coefficient that is other than zero already, between the new ones. */
function walkRefinedAc(task: SegmentTask, scanned: Scanned, map: CoefficientMap): SegmentWalk {
  const { scan, unitCount } = task;
  const { spectralStart, spectralEnd } = scan;
  const { ac } = scanned;
  const endBit = endBitOf(task);
  const reader = new BitReader(task);
  /** Blocks without new coefficients, from the one in hand. */
  let ended = 0;
  for (let unit = 0; unit < unitCount; unit++) {
    const block = blockOf(task, scanned, unit);
    let k = spectralStart;
    while (ended === 0 && k <= spectralEnd) {
      const entry = ac[reader.peek16()] as number;
      const size = entry & 15;
      let run = (entry >> 4) & 15;
      if (entry === 0 || size > 1) return stoppedAt(unit, reader.bit, endBit);
      reader.bit += entry >> 8;
      if (size === 0 && run < 15) {
        ended = (1 << run) + reader.take(run);
        break;
      }
      reader.bit += size;
      for (; k <= spectralEnd; k++) {
        if (isSet(map, block, k)) reader.bit += 1;
        else if (run === 0) break;
        else run -= 1;
      }
      if (size === 1) {
        if (k > spectralEnd) return stoppedAt(unit, reader.bit, endBit);
        set(map, block, k);
      }
      k += 1;
    }
    if (ended > 0) {
      for (; k <= spectralEnd; k++) if (isSet(map, block, k)) reader.bit += 1;
      ended -= 1;
    }
    if (reader.bit > endBit) return { units: unit, stop: 'DATA_ENDED', bits: endBit };
  }
  return ended > 0 ? stoppedAt(unitCount, 0, Infinity) : { units: unitCount, stop: null, bits: reader.bit };
}
