import type { Frame } from '../../../images/frame.ts';
import { configHashOf } from '../../config-hash.ts';
import { createKserveClient, type KserveSettings, type ModelMetadata } from '../../kserve/kserve-client.ts';
import type { Tensor } from '../../kserve/tensor.ts';
import type { LabelSettings } from '../../labels/labels.ts';
import { toRealogram } from '../../labels/labels-realogram.ts';
import { type ErrorRow, faultOf } from '../../remote/error-table.ts';
import { photoFor } from '../../remote/photo-for-provider.ts';
import type { RemoteTier, RemoteTierEvents } from '../../remote/remote-tier.ts';
import { type DecodeOutputs, decodeNamedBoxes } from './named-boxes.ts';

/** Model servers take more; a frame of 1600 pixels is seldom a megabyte at the best quality. */
const maxPhotoBytes = 5_000_000;
const minSidePx = 32;

export interface KserveTierSettings extends KserveSettings {
  /** 0..1: what the model is less sure of is left out. */
  minConfidence: number;
  /** As many boxes as the model can return: with that many there may be more. */
  maxBoxes: number;
  labels: LabelSettings;
}

const otherInput: ErrorRow = {
  kind: 'CONFIGURATION',
  why: 'the model takes neither a JPEG (BYTES) nor pixels (UINT8, rows by columns by 3, of any size)',
};

/**
 * Tier 1 by a model server that speaks KServe v2 and takes whole photos: one input of JPEG bytes, or of pixels of any
 * size. `decode` interprets its outputs. Calls once; retries belong to the pipeline.
 */
export function createKserveTier(
  settings: KserveTierSettings,
  events: RemoteTierEvents = {},
  decode: DecodeOutputs = decodeNamedBoxes,
): RemoteTier {
  const { model, version, minConfidence, maxBoxes, labels } = settings;
  const client = createKserveClient(settings);
  const configHash = configHashOf({
    model,
    version: version ?? null,
    minConfidence,
    maxBoxes,
    labels,
    maxPhotoBytes,
  });
  // The model's inputs are requested once; its version comes with each answer.
  let known: ModelMetadata | null = null;
  let modelVersion = version ?? null;

  return {
    tier: 1,
    provider: 'kserve',
    get model() {
      return { id: `kserve/${model}${modelVersion === null ? '' : `@${modelVersion}`}`, configHash };
    },
    async detect({ frame, planogram }, signal) {
      const metadata = known ?? (await client.metadata(signal));
      const input = await inputOf(metadata, frame, settings.binary, signal);
      const answer = await client.infer({ inputs: [input] }, signal);
      known = metadata;
      modelVersion = answer.modelVersion ?? modelVersion;
      const boxes = decode(answer.outputs).filter(({ confidence }) => !(confidence < minConfidence));
      const isFull = boxes.length >= maxBoxes;
      const { realogram, dropped } = toRealogram(boxes, { labels, planogram, isFull });
      if (dropped > 0) events.onDropped?.({ provider: 'kserve', boxes: dropped });
      return realogram;
    },
    stop: () => client.close(),
  };
}

async function inputOf(
  { inputs }: ModelMetadata,
  frame: Frame,
  binary: boolean,
  signal: AbortSignal,
): Promise<Tensor> {
  const [input, ...more] = inputs;
  if (input === undefined || more.length > 0) throw faultOf(otherInput, `it has ${inputs.length} inputs`);
  const { name, datatype, shape } = input;
  const seen = `${name} is ${datatype} [${shape.join(', ')}]`;
  // JSON strings are text: a JPEG cannot travel in one.
  if (datatype === 'BYTES' && binary) {
    const photo = await photoFor(frame, { maxBytes: maxPhotoBytes, minSidePx }, signal);
    return { name, datatype, shape: shape.map(() => 1), data: [photo.bytes] };
  }
  const fits = (side: number | undefined, pixels: number) => side === -1 || side === pixels;
  const [height, width, channels] = shape.slice(-3);
  if (datatype !== 'UINT8' || !fits(height, frame.height) || !fits(width, frame.width) || channels !== 3)
    throw faultOf(otherInput, datatype === 'BYTES' ? `${seen}, which needs binary tensors` : seen);
  const sides = [frame.height, frame.width, 3];
  return { name, datatype, shape: shape.length === 4 ? [1, ...sides] : sides, data: frame.data };
}
