/*
 * A baseline JPEG encoder that writes restart markers, as many shelf cameras do and sharp cannot. Full chroma, one set of tables
 * for all components.
 */

export interface RgbPicture {
  data: Uint8Array;
  width: number;
  height: number;
}

/** ITU T.81, figure A.6. */
const zigzag = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
];

/** The codes of ITU T.81, K.3: how many there are of each length, and their symbols. */
const dcCounts = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcSymbols = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const acCounts = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125];
const acSymbols = [
  ...Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
    'hex',
  ),
];

/** Encodes a picture with a restart marker after every `interval` blocks. One quantiser step serves all coefficients. */
export function encodeWithRestarts(
  { data, width, height }: RgbPicture,
  interval: number,
  step = 8,
): Uint8Array {
  const head = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...new Array<number>(64).fill(step)]),
    segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 17, 0, 2, 17, 0, 3, 17, 0]),
    segment(0xc4, [0, ...dcCounts, ...dcSymbols]),
    segment(0xc4, [16, ...acCounts, ...acSymbols]),
    segment(0xdd, [interval >> 8, interval & 255]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
  ]);
  const [dcCodes, acCodes] = [codesOf(dcCounts, dcSymbols), codesOf(acCounts, acSymbols)];
  const [wide, high] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const body: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  const write = (value: number, bits: number) => {
    for (let i = bits - 1; i >= 0; i--) {
      pending = pending * 2 + ((value >> i) & 1);
      if (++pendingBits < 8) continue;
      body.push(pending);
      if (pending === 255) body.push(0);
      pending = 0;
      pendingBits = 0;
    }
  };
  const code = (codes: readonly (readonly [number, number] | undefined)[], symbol: number) => {
    const [value, bits] = codes[symbol] ?? [0, 0];
    write(value, bits);
  };
  const amplitude = (value: number, size: number) => write(value < 0 ? value + 2 ** size - 1 : value, size);
  const flush = () => {
    while (pendingBits > 0) write(1, 1);
  };
  let before = [0, 0, 0];
  for (let block = 0; block < wide * high; block++) {
    if (block > 0 && block % interval === 0) {
      flush();
      body.push(0xff, 0xd0 + ((block / interval - 1) % 8));
      before = [0, 0, 0];
    }
    for (let channel = 0; channel < 3; channel++) {
      const values = quantise(
        samplesOf({ data, width, height }, block % wide, Math.floor(block / wide), channel),
        step,
      );
      const dc = values[0] as number;
      const difference = dc - (before[channel] as number);
      before[channel] = dc;
      code(dcCodes, sizeOf(difference));
      amplitude(difference, sizeOf(difference));
      let run = 0;
      for (let k = 1; k < 64; k++) {
        const value = values[zigzag[k] as number] as number;
        if (value === 0) {
          run += 1;
          continue;
        }
        for (; run > 15; run -= 16) code(acCodes, 0xf0);
        code(acCodes, run * 16 + sizeOf(value));
        amplitude(value, sizeOf(value));
        run = 0;
      }
      if (run > 0) code(acCodes, 0);
    }
  }
  flush();
  return Buffer.concat([head, Buffer.from(body), Buffer.from([0xff, 0xd9])]);
}

const segment = (marker: number, body: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]);

const sizeOf = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) + 1);

function codesOf(
  counts: readonly number[],
  symbols: readonly number[],
): (readonly [number, number] | undefined)[] {
  const codes: (readonly [number, number] | undefined)[] = [];
  let value = 0;
  let next = 0;
  for (const [i, count] of counts.entries()) {
    for (let j = 0; j < count; j++) codes[symbols[next++] as number] = [value++, i + 1];
    value *= 2;
  }
  return codes;
}

/** A block of one channel of YCbCr, centred on 0; the picture's last row and column are repeated past its edge. */
function samplesOf(
  { data, width, height }: RgbPicture,
  column: number,
  row: number,
  channel: number,
): Float64Array {
  const samples = new Float64Array(64);
  for (let i = 0; i < 64; i++) {
    const x = Math.min(width - 1, column * 8 + (i % 8));
    const y = Math.min(height - 1, row * 8 + (i >> 3));
    const [r = 0, g = 0, b = 0] = data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
    samples[i] =
      channel === 0
        ? 0.299 * r + 0.587 * g + 0.114 * b - 128
        : channel === 1
          ? -0.168736 * r - 0.331264 * g + 0.5 * b
          : 0.5 * r - 0.418688 * g - 0.081312 * b;
  }
  return samples;
}

const cosines = Float64Array.from({ length: 64 }, (_, i) => {
  const [frequency, sample] = [i >> 3, i % 8];
  return (frequency === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * sample + 1) * frequency * Math.PI) / 16);
});

function quantise(samples: Float64Array, step: number): Int32Array {
  const byRows = new Float64Array(64);
  const values = new Int32Array(64);
  for (let y = 0; y < 8; y++)
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let x = 0; x < 8; x++) sum += (samples[y * 8 + x] as number) * (cosines[u * 8 + x] as number);
      byRows[y * 8 + u] = sum;
    }
  for (let v = 0; v < 8; v++)
    for (let u = 0; u < 8; u++) {
      let sum = 0;
      for (let y = 0; y < 8; y++) sum += (byRows[y * 8 + u] as number) * (cosines[v * 8 + y] as number);
      values[v * 8 + u] = Math.round(sum / step);
    }
  return values;
}
