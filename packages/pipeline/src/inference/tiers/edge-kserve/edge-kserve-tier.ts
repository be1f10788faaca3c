import { z } from 'zod';
import { configHashOf } from '../../config-hash.ts';
import { readClasses } from '../../detector/class-reading.ts';
import { detectionsToRealogram } from '../../detector/detections-to-realogram.ts';
import type { InputTensor, ModelDescription, OutputTensor, RunModel } from '../../detector/detector-port.ts';
import { detectorSettingsSchema } from '../../detector/detector-settings.ts';
import { type Detector, openDetector } from '../../detector/open-detector.ts';
import type { InferResponse } from '../../kserve/infer-response.ts';
import { createKserveClient, type ModelMetadata } from '../../kserve/kserve-client.ts';
import type { Tensor } from '../../kserve/tensor.ts';
import type { RemoteTier } from '../../remote/remote-tier.ts';
import { TierFault } from '../../tier.ts';

export const edgeKserveSettingsSchema = z.strictObject({
  /** Where the server is, such as `http://edge-box:8000`. */
  url: z.url({ protocol: /^https?$/ }),
  model: z.string().min(1),
  version: z.string().min(1).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  detector: detectorSettingsSchema.prefault({}),
  /** Of each request; a photo in tiles is several. */
  timeoutMs: z.number().int().min(100).default(10_000),
  maxConnections: z.number().int().min(1).default(4),
});

export type EdgeKserveConfig = z.input<typeof edgeKserveSettingsSchema>;

/** A model replaced on the server keeps its name: its metadata is requested again at this interval. */
const refreshEveryMs = 30_000;

interface Opened {
  detector: Detector;
  openedAt: number;
}

/**
 * Tier 2 on a model server of the store (Triton, OpenVINO Model Server, anything that speaks KServe v2 with binary
 * tensors): the same detectors as in the worker itself, without the embedder. `now` gives monotonic milliseconds.
 * @throws ZodError when the configuration does not fit.
 */
export function createEdgeKserveTier(
  config: EdgeKserveConfig,
  { now = () => performance.now() }: { now?(): number } = {},
): RemoteTier {
  const settings = edgeKserveSettingsSchema.parse(config);
  const { url, model, version, headers, timeoutMs, maxConnections } = settings;
  const client = createKserveClient({
    url,
    model,
    ...(version === undefined ? {} : { version }),
    timeoutMs,
    maxConnections,
    binary: true,
    headers,
  });
  const configHash = configHashOf({ model, version: version ?? null, detector: settings.detector });
  let opened: Opened | null = null;
  let answeredVersion = version ?? null;

  const runWith =
    (signal: AbortSignal): RunModel =>
    async (inputs) => {
      const tensors = [...inputs].map(([name, tensor]) => toTensor(name, tensor));
      const answer = await client.infer({ inputs: tensors }, signal);
      answeredVersion = answer.modelVersion ?? answeredVersion;
      return outputsOf(answer);
    };

  const open = async (signal: AbortSignal): Promise<Opened> => {
    if (opened && now() - opened.openedAt < refreshEveryMs) return opened;
    const description = faceOf(await client.metadata(signal));
    const detector = await openDetector(description, settings.detector, runWith(signal));
    opened = { detector, openedAt: now() };
    return opened;
  };

  return {
    tier: 2,
    provider: 'edge-kserve',
    get model() {
      return { id: `kserve/${model}${answeredVersion === null ? '' : `@${answeredVersion}`}`, configHash };
    },
    async detect({ frame, planogram }, signal) {
      if (signal.aborted) throw new TierFault('ABORTED', 'aborted before the model was asked');
      const { detector } = await open(signal);
      const found = await detector.detect(frame, runWith(signal));
      return detectionsToRealogram(found, readClasses(detector, settings.detector), planogram);
    },
    stop: () => client.close(),
  };
}

const portTypes: Record<string, string> = {
  FP32: 'float32',
  FP16: 'float16',
  UINT8: 'uint8',
  INT64: 'int64',
};

function faceOf({ inputs }: ModelMetadata): ModelDescription {
  return {
    inputs: inputs.map(({ name, datatype, shape }) => ({
      name,
      datatype: portTypes[datatype] ?? datatype,
      shape: shape.map((side) => (side < 0 ? null : side)),
    })),
    // The protocol carries no exporter metadata: names and the like come from the configuration.
    notes: new Map(),
  };
}

function toTensor(name: string, { datatype, shape, data }: InputTensor): Tensor {
  switch (datatype) {
    case 'float32':
      return { name, shape, datatype: 'FP32', data };
    case 'uint8':
      return { name, shape, datatype: 'UINT8', data };
    case 'int64':
      return { name, shape, datatype: 'INT64', data };
    case 'float16':
      throw new TierFault('CONFIGURATION', `the model's input ${name} is FP16: serve it with an FP32 input`);
  }
}

function outputsOf({ outputs }: InferResponse): Map<string, OutputTensor> {
  const read = new Map<string, OutputTensor>();
  for (const [name, tensor] of outputs) {
    if (tensor.datatype === 'BYTES')
      throw new TierFault('CONFIGURATION', `the model's output ${name} is of text`);
    const { data, shape } = tensor;
    read.set(name, { shape, data: data as ArrayLike<number> | BigInt64Array });
  }
  return read;
}
