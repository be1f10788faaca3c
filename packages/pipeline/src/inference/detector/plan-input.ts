import { TierFault } from '../tier.ts';
import type { ModelDescription, ModelPort } from './detector-port.ts';

export interface ImageInput {
  name: string;
  datatype: 'float32' | 'float16' | 'uint8';
  /** True for [1, 3, height, width], false for [1, height, width, 3]. */
  isPlanar: boolean;
  width: number;
  height: number;
}

export interface InputPlan {
  image: ImageInput;
  /** The input that wants the photo's size as int64 [1, 2]: width, height (RT-DETR); null without one. */
  sizeName: string | null;
}

const defaultSidePx = 640;

/**
 * Plans the image input by the model's own description. `wanted` applies to sides of any length.
 * @throws TierFault CONFIGURATION in plain words.
 */
export function planInput(
  { inputs }: ModelDescription,
  wanted: { width: number; height: number } | null,
  configured: { width: number; height: number } | null,
): InputPlan {
  const seen = inputs.map(
    ({ name, datatype, shape }) => `${name} ${datatype} [${shape.map((n) => n ?? '?').join(', ')}]`,
  );
  const refuse = (why: string) =>
    new TierFault('CONFIGURATION', `${why}; the model's inputs are ${seen.join(', ') || 'none'}`);

  const images = inputs.filter(({ shape }) => shape.length === 4);
  const sizes = inputs.filter(({ datatype, shape }) => datatype === 'int64' && shape.length === 2);
  const [image] = images;
  const [size] = sizes;
  if (!image || images.length > 1 || inputs.length !== images.length + sizes.length || sizes.length > 1)
    throw refuse('one image input is needed, and at most one of its size');
  const { datatype } = image;
  if (datatype !== 'float32' && datatype !== 'float16' && datatype !== 'uint8')
    throw refuse('the image must be float32, float16 or uint8');
  const [batch = null] = image.shape;
  if (batch !== null && batch !== 1) throw refuse(`one photo at a time is sent, not ${batch}`);

  const isPlanar = channelsFirst(image);
  if (isPlanar === null) throw refuse('the image must have three channels');
  const [height = null, width = null] = isPlanar ? image.shape.slice(2) : image.shape.slice(1);
  const fixed = { width, height };
  for (const axis of ['width', 'height'] as const)
    if (configured && fixed[axis] !== null && fixed[axis] !== configured[axis])
      throw refuse(`the configured input is ${configured.width} x ${configured.height}`);
  const free = configured ?? wanted ?? { width: defaultSidePx, height: defaultSidePx };
  return {
    image: {
      name: image.name,
      datatype,
      isPlanar,
      width: width ?? free.width,
      height: height ?? free.height,
    },
    sizeName: size?.name ?? null,
  };
}

function channelsFirst({ shape: [, second = null, , last = null] }: ModelPort): boolean | null {
  if (second === 3) return true;
  if (last === 3) return false;
  // Exports with every axis free are planar: it is what all of these exporters write.
  return second === null && last === null ? true : null;
}
