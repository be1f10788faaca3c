import { lookaheadBytes, splitEntropyData } from './entropy-segments.ts';
import { type HuffmanTable, readHuffmanTables } from './huffman-table.ts';
import { isFrameMarker, type JpegFrame, readJpegFrame } from './jpeg-frame.ts';
import { readJpegScan } from './jpeg-scan.ts';
import { type ScanProgress, scanProgress } from './scan-progress.ts';
import type { CoefficientMap } from './walk-progressive.ts';
import { type JpegDamage, walkScan } from './walk-scan.ts';

export type JpegInspection =
  /** `end`: where the picture's data ends, before the end marker, which may be absent. */
  | { verdict: 'WHOLE'; end: number; hasEndMarker: boolean }
  | {
      verdict: 'DAMAGED';
      damage: JpegDamage;
      /** Pixel rows from the top of the stored picture that are whole in every scan; null where that is not known. */
      rows: number | null;
      height: number;
    }
  /** An unknown coding, a broken header, or more scans than a camera writes: the decoder judges alone. */
  | { verdict: 'UNKNOWN' };

/** A progressive photo has about ten scans of one component each; so many passes over all blocks are an attack. */
const maxPasses = 16;

const marker = {
  startOfImage: 0xd8,
  endOfImage: 0xd9,
  huffman: 0xc4,
  quantisers: 0xdb,
  restarts: 0xdd,
  scan: 0xda,
} as const;

/**
 * Follows the markers and every code of a JPEG without making pixels, and returns whether all of the picture is there. A decoder
 * fills what is missing with grey, and grey looks like an empty shelf.
 */
export function inspectJpeg(bytes: Uint8Array, maxPixels = Infinity): JpegInspection {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reader = new JpegReader(file, maxPixels);
  // Behind the start marker. A segment follows its length; stray bytes before a marker are passed over.
  for (let at = 2; ; ) {
    const from = findMarker(file, at);
    const code = from === null ? undefined : file[from + 1];
    if (from === null || code === marker.endOfImage || code === marker.startOfImage)
      return reader.end(from ?? file.length, code === marker.endOfImage);
    const length = from + 4 <= file.length ? file.readUInt16BE(from + 2) : 0;
    const next = from + 2 + length;
    const verdict = length < 2 || next > file.length ? 'MALFORMED' : reader.read(code ?? 0, from + 4, next);
    // After all of the picture it is a trailer, before any of it a coding that this code does not know.
    if (verdict === 'MALFORMED') return reader.end(from, false);
    if (typeof verdict !== 'number') return verdict;
    at = verdict;
  }
}

/** Finds the next marker with a segment of its own, or that of the image's start or end. */
function findMarker(file: Buffer, from: number): number | null {
  for (let at = file.indexOf(0xff, from); at >= 0 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const code = file[at + 1] as number;
    const standsAlone = code <= 1 || code === 0xff || (code >= 0xd0 && code <= 0xd7);
    if (!standsAlone) return at;
  }
  return null;
}

class JpegReader {
  private readonly huffman: (HuffmanTable | undefined)[] = [];
  private readonly dcSteps: number[] = [];
  private restartInterval = 0;
  private picture: { frame: JpegFrame; progress: ScanProgress; maps: CoefficientMap[] } | null = null;
  private unstuffed: Buffer | null = null;
  private passes = 0;
  private readonly file: Buffer;
  private readonly maxPixels: number;
  constructor(file: Buffer, maxPixels: number) {
    this.file = file;
    this.maxPixels = maxPixels;
  }

  /** Reads a segment; returns where the next one is searched, or a verdict. */
  read(code: number, from: number, to: number): number | JpegInspection | 'MALFORMED' {
    const body = this.file.subarray(from, to);
    if (code === marker.huffman) return readHuffmanTables(body, this.huffman) ? to : 'MALFORMED';
    if (code === marker.scan) return this.readScan(body, to);
    if (code === marker.quantisers) readDcSteps(body, this.dcSteps);
    else if (code === marker.restarts) this.restartInterval = body.length >= 2 ? body.readUInt16BE(0) : 0;
    else if (isFrameMarker(code) && !this.readFrame(code, body)) return 'MALFORMED';
    return to;
  }

  private readFrame(code: number, body: Buffer): boolean {
    const frame = this.picture === null ? readJpegFrame(code, body) : null;
    if (frame === null || frame.width * frame.height > this.maxPixels) return false;
    const maps = frame.progressive
      ? frame.components.map((c) => new Uint32Array(c.paddedBlocksWide * c.paddedBlocksHigh * 2))
      : [];
    this.picture = { frame, progress: scanProgress(frame), maps };
    return true;
  }

  private readScan(body: Buffer, dataFrom: number): number | JpegInspection | 'MALFORMED' {
    if (this.picture === null) return 'MALFORMED';
    const { frame, progress, maps } = this.picture;
    const scan = readJpegScan(body, frame, this.huffman, this.restartInterval);
    if (scan === null) return 'MALFORMED';
    this.passes += scan.components.length / frame.components.length;
    if (this.passes > maxPasses) return { verdict: 'UNKNOWN' };
    for (const { component } of scan.components) component.dcStep = this.dcSteps[component.quantiser] ?? 0;
    if (!progress.add(scan)) return damaged('SCAN_MISSING', 0, frame);
    this.unstuffed ??= Buffer.alloc(this.file.length - dataFrom + lookaheadBytes);
    const { segments, end } = splitEntropyData(this.file, dataFrom, this.unstuffed);
    const { damage, rows } = walkScan(frame, scan, { segments, unstuffed: this.unstuffed, maps });
    return damage === null ? end : damaged(damage, rows, frame);
  }

  /** The verdict where the image ends, at the place `end`. */
  end(end: number, hasEndMarker: boolean): JpegInspection {
    if (this.picture === null || this.passes === 0) return { verdict: 'UNKNOWN' };
    return this.picture.progress.isComplete()
      ? { verdict: 'WHOLE', end, hasEndMarker }
      : damaged('SCAN_MISSING', 0, this.picture.frame);
  }
}

const damaged = (damage: JpegDamage, rows: number | null, { height }: JpegFrame): JpegInspection => ({
  verdict: 'DAMAGED',
  damage,
  rows,
  height,
});

/** Reads the step of the first coefficient of each table of a DQT segment (ITU T.81, B.2.4.1). */
function readDcSteps(body: Buffer, steps: number[]): void {
  for (let at = 0; at < body.length; ) {
    const slot = body[at] as number;
    const isWide = slot >> 4 > 0;
    steps[slot & 15] = (isWide ? (body[at + 1] ?? 0) * 256 + (body[at + 2] ?? 0) : body[at + 1]) ?? 0;
    at += isWide ? 129 : 65;
  }
}
