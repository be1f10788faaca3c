import { loadWasm, type WasmMemory } from '../../wasm/load-wasm.ts';
import type { Frame } from '../frame.ts';

/** Measures of a frame's grey values. Grey is OpenCV's RGB2GRAY. */
export interface FrameMeasures {
  /**
   * Variance of the Laplacian, as OpenCV computes it: `cv2.Laplacian(cv2.cvtColor(rgb, COLOR_RGB2GRAY), cv2.CV_64F).var()`.
   * High is sharp; below about 100 is blurred. It does not depend on the photo's orientation.
   */
  sharpness: number;
  /** Mean grey, 0..255: real shelf photos lie between 100 and 130. */
  meanGrey: number;
  /** 0..1: share of pixels with a grey under 16, where sensors show noise and no print. Up to 0.2 under lit shelves. */
  darkShare: number;
  /**
   * 0..1: share of the photo in blocks of 16 x 16 pixels, counted from its top left, that are completely burnt out
   * (every grey at least 250). The reflection of a lamp fills such blocks, while white packs and price tags show print,
   * folds and shade. A real shelf of yoghurt has 0.0002 by blocks and 0.007 by pixels, one with a lamp in it 0.010.
   */
  glareShare: number;
}

/** Maximum side of a frame: JPEG has a limit of 65,535, and the module holds rows of that many pixels. */
export const maxFrameSidePx = 65_535;

/** The exports of measure-rows.as. */
interface MeasureRows {
  memory: WasmMemory;
  stripAt(): number;
  begin(width: number): void;
  add(rows: number): void;
  end(): void;
  sumOfLaplacians(): number;
  sumOfSquares(): number;
  sumOfGreys(): number;
  darkPixels(): number;
  burntPixels(): number;
}

const rows = loadWasm<MeasureRows>(new URL('./measure-rows.wasm', import.meta.url));

/** Loads of 16 bytes reach this far past the last pixel of a strip. */
const loadMarginBytes = 16;

const memory = new Uint8Array(rows.memory.buffer);
const stripAt = rows.stripAt();
const maxStripBytes = memory.length - stripAt - loadMarginBytes;

/**
 * Measures in one pass over strips of rows. All sums are whole numbers, so the same frame gives the same values on every
 * machine. Throws RangeError for a frame wider than `maxFrameSidePx`.
 */
export function measureFrame({ data, width, height }: Frame): FrameMeasures {
  if (width > maxFrameSidePx) throw new RangeError(`A frame of ${width} columns is too wide to measure`);
  const rowBytes = width * 3;
  const stripRows = Math.floor(maxStripBytes / rowBytes);
  rows.begin(width);
  for (let y = 0; y < height; y += stripRows) {
    const count = Math.min(stripRows, height - y);
    memory.set(data.subarray(y * rowBytes, (y + count) * rowBytes), stripAt);
    rows.add(count);
  }
  rows.end();
  const pixels = width * height;
  const mean = rows.sumOfLaplacians() / pixels;
  return {
    sharpness: rows.sumOfSquares() / pixels - mean * mean,
    meanGrey: rows.sumOfGreys() / pixels,
    darkShare: rows.darkPixels() / pixels,
    glareShare: rows.burntPixels() / pixels,
  };
}
