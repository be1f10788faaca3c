import { InferenceSession, Tensor } from 'onnxruntime-node';
import type {
  InputTensor,
  ModelDescription,
  ModelPort,
  OutputTensor,
  RunModel,
} from '../../detector/detector-port.ts';
import { TierFault } from '../../tier.ts';

export interface OrtModel {
  description: ModelDescription;
  /** Blocks its thread until the model has run. */
  run: RunModel;
}

/** @throws TierFault CONFIGURATION for a file that the runtime does not take. */
export async function openOrtModel(
  path: string,
  notes: ReadonlyMap<string, string>,
  threads: number,
): Promise<OrtModel> {
  const session = await InferenceSession.create(path, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    // Errors are thrown; lower levels are only remarks on the exporter's style.
    logSeverityLevel: 3,
  }).catch((error: unknown) => {
    throw new TierFault('CONFIGURATION', `the model at ${path} cannot be loaded: ${String(error)}`, {
      cause: error,
    });
  });
  const inputs = session.inputMetadata.map((port): ModelPort => {
    if (!port.isTensor)
      throw new TierFault('CONFIGURATION', `the model's input ${port.name} is not a tensor`);
    const shape = port.shape.map((side) => (typeof side === 'number' ? side : null));
    return { name: port.name, datatype: port.type, shape };
  });
  return {
    description: { inputs, notes },
    async run(given) {
      const feeds = Object.fromEntries([...given].map(([name, tensor]) => [name, toOrt(tensor)]));
      const results = await session.run(feeds).catch((error: unknown) => {
        // The same model with the same kind of input will do the same again.
        throw new TierFault('CONFIGURATION', `the model does not run: ${String(error)}`, { cause: error });
      });
      return new Map(Object.entries(results).map(([name, tensor]) => [name, fromOrt(name, tensor)]));
    },
  };
}

function toOrt({ datatype, data, shape }: InputTensor): Tensor {
  if (datatype !== 'float16') return new Tensor(datatype, data, shape);
  // The runtime's tensors turn halves into a Float16Array, of which its native part (1.30) reads nothing; it reads their
  // bits.
  return Object.assign(new Tensor('uint16', data, shape), { type: datatype });
}

function fromOrt(name: string, { data, dims }: Tensor): OutputTensor {
  const first: unknown = data[0];
  if (Array.isArray(data) || typeof first === 'string')
    throw new TierFault('CONFIGURATION', `the model's output ${name} is of text`);
  return { shape: dims, data: data as ArrayLike<number> | BigInt64Array };
}
