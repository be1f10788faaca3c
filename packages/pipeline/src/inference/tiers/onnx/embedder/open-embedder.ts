import type { Frame } from '../../../../images/frame.ts';
import type { InputTensor, ModelDescription, RunModel } from '../../../detector/detector-port.ts';
import { fillPixels, type PixelTarget } from '../../../detector/fill-pixels.ts';
import { stretch, type Window } from '../../../detector/fit.ts';
import { toHalfBits } from '../../../detector/half-floats.ts';
import { TierFault } from '../../../tier.ts';
import type { EmbedderSettings } from '../onnx-settings.ts';

/** A part of a frame to embed. */
export interface Crop {
  frame: Frame;
  window: Window;
}

export interface Embedder {
  /** One vector of length 1 a crop, in their order. */
  embed(crops: readonly Crop[]): Promise<Float32Array[]>;
}

const defaultSidePx = 224;

/** @throws TierFault CONFIGURATION when the model does not turn images into vectors. */
export function openEmbedder(
  { inputs }: ModelDescription,
  settings: EmbedderSettings,
  run: RunModel,
): Embedder {
  const [input, ...more] = inputs;
  const seen = inputs
    .map(({ name, datatype, shape }) => `${name} ${datatype} [${shape.join(', ')}]`)
    .join(', ');
  const refuse = (why: string) => new TierFault('CONFIGURATION', `embedder: ${why}; its inputs are ${seen}`);
  const [batch = null, second = null, third = null, fourth = null] = input?.shape ?? [];
  if (!input || more.length > 0 || input.shape.length !== 4) throw refuse('one image input is needed');
  const isPlanar = second === 3 || fourth !== 3;
  if (isPlanar ? second !== null && second !== 3 : false) throw refuse('the image must have three channels');
  const { datatype } = input;
  if (datatype !== 'float32' && datatype !== 'float16') throw refuse('the image must be float32 or float16');
  const usual = settings.inputSize ?? { width: defaultSidePx, height: defaultSidePx };
  const [height, width] = isPlanar
    ? [third ?? usual.height, fourth ?? usual.width]
    : [second ?? usual.height, third ?? usual.width];
  const batchSize = batch ?? settings.batchSize;
  const gain = settings.deviation.map((deviation) => 1 / 255 / deviation) as [number, number, number];
  const bias = settings.mean.map((mean, c) => -mean / (settings.deviation[c] as number)) as [
    number,
    number,
    number,
  ];
  const perImage = width * height * 3;

  const embedBatch = async (crops: readonly Crop[]): Promise<Float32Array[]> => {
    // A model with a fixed batch gets a full batch; rows beyond the crops are ignored.
    const count = batch ?? crops.length;
    const data = new Float32Array(count * perImage);
    for (const [i, { frame, window }] of crops.entries()) {
      const own = data.subarray(i * perImage, (i + 1) * perImage);
      const target: PixelTarget = { data: own, width, height, isPlanar, gain, bias };
      // The whole front fills the whole input, as for reference images: the shape of a pack does not identify it.
      fillPixels(frame, stretch(window, target), target);
    }
    const shape = isPlanar ? [count, 3, height, width] : [count, height, width, 3];
    const tensor: InputTensor =
      datatype === 'float16' ? { datatype, shape, data: toHalfBits(data) } : { datatype, shape, data };
    const [output] = (await run(new Map([[input.name, tensor]]))).values();
    const [rows = 0, dimensions = 0, ...rest] = output?.shape ?? [];
    if (!output || rows !== count || dimensions === 0 || rest.some((side) => side !== 1))
      throw new TierFault(
        'CONFIGURATION',
        `embedder: one vector a crop is expected, and its output is [${output?.shape.join(', ') ?? ''}]`,
      );
    const numbers = output.data as ArrayLike<number>;
    return crops.map((_, i) => unitVector(numbers, i * dimensions, dimensions));
  };

  return {
    async embed(crops) {
      const vectors: Float32Array[] = [];
      for (let at = 0; at < crops.length; at += batchSize)
        vectors.push(...(await embedBatch(crops.slice(at, at + batchSize))));
      return vectors;
    },
  };
}

/** Normalises a vector, so that the dot product of two is their cosine. A zero or non-finite vector becomes zeros. */
function unitVector(numbers: ArrayLike<number>, at: number, dimensions: number): Float32Array {
  let square = 0;
  for (let i = 0; i < dimensions; i++) square += (numbers[at + i] as number) ** 2;
  const scale = square > 0 && Number.isFinite(square) ? 1 / Math.sqrt(square) : 0;
  return Float32Array.from({ length: dimensions }, (_, i) =>
    scale === 0 ? 0 : (numbers[at + i] as number) * scale,
  );
}
