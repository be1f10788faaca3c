/** A component of a JPEG frame: its sampling, and the size of its grid of 8 x 8 blocks. */
export interface JpegComponent {
  id: number;
  across: number;
  down: number;
  /** Blocks that hold picture: the grid of a scan of this component alone. */
  blocksWide: number;
  blocksHigh: number;
  /** Blocks of a row in an interleaved scan, padded to whole units. */
  paddedBlocksWide: number;
  paddedBlocksHigh: number;
  /** The step of the DC value, 0 while its table is unknown. */
  dcStep: number;
  quantiser: number;
}

export interface JpegFrame {
  width: number;
  height: number;
  progressive: boolean;
  maxAcross: number;
  maxDown: number;
  /** Minimum coded units of an interleaved scan. */
  unitsWide: number;
  unitsHigh: number;
  components: JpegComponent[];
}

/** The Huffman codings that libjpeg decodes with 8 bits a sample (ITU T.81, B.2.2). */
const frameMarkers: Readonly<Record<number, 'sequential' | 'progressive'>> = {
  192: 'sequential',
  193: 'sequential',
  194: 'progressive',
};

export const isFrameMarker = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Reads a frame header; returns null for one that this code cannot follow, such as an arithmetic coding. */
export function readJpegFrame(marker: number, body: Uint8Array): JpegFrame | null {
  const coding = frameMarkers[marker];
  const [precision = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0] = body;
  const [height, width] = [h1 * 256 + h0, w1 * 256 + w0];
  if (coding === undefined || precision !== 8 || height === 0 || width === 0) return null;
  if (count < 1 || count > 4 || body.length < 6 + count * 3) return null;
  const sampled = Array.from({ length: count }, (_, i) => {
    const [id = 0, sampling = 0, quantiser = 0] = body.subarray(6 + i * 3);
    return { id, across: sampling >> 4, down: sampling & 15, quantiser };
  });
  if (sampled.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return null;
  const maxAcross = Math.max(...sampled.map(({ across }) => across));
  const maxDown = Math.max(...sampled.map(({ down }) => down));
  const unitsWide = Math.ceil(width / (8 * maxAcross));
  const unitsHigh = Math.ceil(height / (8 * maxDown));
  const components = sampled.map(({ across, down, ...rest }) => ({
    ...rest,
    across,
    down,
    blocksWide: Math.ceil(Math.ceil((width * across) / maxAcross) / 8),
    blocksHigh: Math.ceil(Math.ceil((height * down) / maxDown) / 8),
    paddedBlocksWide: unitsWide * across,
    paddedBlocksHigh: unitsHigh * down,
    dcStep: 0,
  }));
  return {
    width,
    height,
    progressive: coding === 'progressive',
    maxAcross,
    maxDown,
    unitsWide,
    unitsHigh,
    components,
  };
}
