import type { Frame } from '../../../../images/frame.ts';
import type { InputTensor, ModelFace, RunModel } from '../../../detector/detector-port.ts';
import { fillPixels, type PixelTarget } from '../../../detector/fill-pixels.ts';
import { stretch, type Window } from '../../../detector/fit.ts';
import { toHalfBits } from '../../../detector/half-floats.ts';
import { TierFault } from '../../../tier.ts';
import type { EmbedderSettings } from '../onnx-settings.ts';

/** A part of a frame that is looked at. */
export interface Crop {
  frame: Frame;
  window: Window;
}

export interface Embedder {
  /** One vector of length 1 a crop, in their order. */
  embed(crops: readonly Crop[]): Promise<Float32Array[]>;
}

const usualSidePx = 224;

/** @throws TierFault CONFIGURATION when the model does not turn images into vectors. */
export function openEmbedder({ inputs }: ModelFace, settings: EmbedderSettings, run: RunModel): Embedder {
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
  const usual = settings.inputSize ?? { width: usualSidePx, height: usualSidePx };
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
    // A model of a fixed batch gets all of it: what is beyond the crops is nobody's.
    const count = batch ?? crops.length;
    const data = new Float32Array(count * perImage);
    for (const [i, { frame, window }] of crops.entries()) {
      const own = data.subarray(i * perImage, (i + 1) * perImage);
      const target: PixelTarget = { data: own, width, height, isPlanar, gain, bias };
      // The whole front over the whole input, as reference images are: a pack's shape is not what tells it apart.
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

/** So that a product of two is their cosine. A vector without length or with a hole is like nothing. */
function unitVector(numbers: ArrayLike<number>, at: number, dimensions: number): Float32Array {
  let square = 0;
  for (let i = 0; i < dimensions; i++) square += (numbers[at + i] as number) ** 2;
  const scale = square > 0 && Number.isFinite(square) ? 1 / Math.sqrt(square) : 0;
  return Float32Array.from({ length: dimensions }, (_, i) =>
    scale === 0 ? 0 : (numbers[at + i] as number) * scale,
  );
}
