import type { HuffmanTable } from './huffman-table.ts';
import type { JpegComponent, JpegFrame } from './jpeg-frame.ts';

/** A scan header, with the tables that were in force when it came. */
export interface JpegScan {
  components: { index: number; component: JpegComponent; dc: HuffmanTable; ac: HuffmanTable }[];
  /** First and last coefficient, and the bits of the earlier and of this approximation; 0, 63, 0, 0 unless progressive. */
  spectralStart: number;
  spectralEnd: number;
  approximationHigh: number;
  approximationLow: number;
  /** Units between restart markers, 0 for none. */
  restartInterval: number;
}

const emptyTable: HuffmanTable = new Uint16Array(65_536);

/** Reads a scan header; null when it is malformed or a table that it needs is missing. */
export function readJpegScan(
  body: Uint8Array,
  frame: JpegFrame,
  tables: readonly (HuffmanTable | undefined)[],
  restartInterval: number,
): JpegScan | null {
  const count = body[0] ?? 0;
  if (count < 1 || count > 4 || body.length < 1 + count * 2) return null;
  const [start = 0, end = 63, approximation = 0] = body.subarray(1 + count * 2);
  // Phones write nonsense here into a sequential file; every decoder ignores it.
  const bands = frame.progressive
    ? { spectralStart: start, spectralEnd: end, high: approximation >> 4, low: approximation & 15 }
    : { spectralStart: 0, spectralEnd: 63, high: 0, low: 0 };
  const { spectralStart, spectralEnd, high, low } = bands;
  if (spectralEnd > 63 || spectralStart > spectralEnd || low > 13) return null;
  if (frame.progressive && (spectralStart === 0 ? spectralEnd > 0 : count > 1)) return null;
  const needsDc = spectralStart === 0 && high === 0;
  const components: JpegScan['components'] = [];
  for (let i = 0; i < count; i++) {
    const id = body[1 + i * 2];
    const slots = body[2 + i * 2] as number;
    const index = frame.components.findIndex((one) => one.id === id);
    const component = frame.components[index];
    const dc = tables[slots >> 4];
    const ac = tables[16 + (slots & 15)];
    if (component === undefined || (needsDc && dc === undefined) || (spectralEnd > 0 && ac === undefined))
      return null;
    components.push({ index, component, dc: dc ?? emptyTable, ac: ac ?? emptyTable });
  }
  return {
    components,
    spectralStart,
    spectralEnd,
    approximationHigh: high,
    approximationLow: low,
    restartInterval,
  };
}
