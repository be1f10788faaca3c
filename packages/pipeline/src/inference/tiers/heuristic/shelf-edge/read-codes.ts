import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import type { Frame } from '../../../../images/frame.ts';

/** A bar code with its corners' upright hull in pixels of the frame it was read from. */
export interface ReadCode {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Price tags carry these formats and hang upright. The options switched off here make the default four to ten times slower. */
const options: ReaderOptions = {
  formats: ['EAN13', 'EAN8', 'UPCA', 'UPCE'],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  tryDenoise: false,
  maxNumberOfSymbols: 64,
};

let isPrepared = false;

/** The module comes from the installed package, never from the network. */
function prepare(): void {
  if (isPrepared) return;
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  const bytes = readFileSync(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  prepareZXingModule({ overrides: { wasmBinary: wasmBinary as ArrayBuffer } });
  isPrepared = true;
}

/** Reads codes with a correct check digit, from left to right. Never rejects: a failing reader returns no codes. */
export async function readCodes(frame: Frame): Promise<ReadCode[]> {
  if (frame.width < 1 || frame.height < 1) return [];
  try {
    prepare();
    const data = new Uint8ClampedArray(frame.width * frame.height * 4);
    for (let i = 0, o = 0; o < data.length; i += 3, o += 4) {
      data[o] = frame.data[i] ?? 0;
      data[o + 1] = frame.data[i + 1] ?? 0;
      data[o + 2] = frame.data[i + 2] ?? 0;
      data[o + 3] = 255;
    }
    const results = await readBarcodes(
      { data, width: frame.width, height: frame.height } as Parameters<typeof readBarcodes>[0],
      options,
    );
    return results
      .filter(({ isValid, text }) => isValid && /^\d+$/.test(text))
      .map(({ text, position: p }): ReadCode => {
        const corners = [p.topLeft, p.topRight, p.bottomLeft, p.bottomRight];
        const xs = corners.map(({ x }) => x);
        const ys = corners.map(({ y }) => y);
        return {
          text,
          left: Math.min(...xs),
          top: Math.min(...ys),
          right: Math.max(...xs),
          bottom: Math.max(...ys),
        };
      })
      .toSorted((a, b) => a.left - b.left || a.top - b.top || (a.text < b.text ? -1 : 1));
  } catch {
    return [];
  }
}
