import { type Fingerprint, fingerprintOf, fingerprintOfPixels } from '../fingerprint.ts';
import type { PredictedBox } from '../predict-boxes.ts';
import { type CloudReply, type CloudRequest, type FindBoxes, type Protocol, reply } from '../protocol.ts';
import { type InferBody, inferenceHeader, lengthPrefixed, readInferBody } from './kserve-body.ts';

const version = '1';
const maxPixels = 50_000_000;

/** Two models with the same predictions: one accepts JPEG bytes, the other pixels. */
const models: Record<string, { name: string; datatype: string; shape: number[] }> = {
  shelf: { name: 'image', datatype: 'BYTES', shape: [1] },
  'shelf-pixels': { name: 'image', datatype: 'UINT8', shape: [1, -1, -1, 3] },
};
const outputs = [
  { name: 'boxes', datatype: 'FP32', shape: [-1, 4] },
  { name: 'scores', datatype: 'FP32', shape: [-1] },
  { name: 'labels', datatype: 'BYTES', shape: [-1] },
];

const modelPath = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(ready|infer))?$/;

/** A model server of the Open Inference Protocol (KServe v2) over REST, with the binary tensor extension. */
export const kserveProtocol: Protocol = {
  provider: 'kserve',
  speaks: ({ path }) => path === '/v2' || path.startsWith('/v2/'),
  async answer(request, findBoxes) {
    const { method, path } = request;
    if (method === 'GET' && path === '/v2')
      return reply(200, { name: 'sandbox', version: '1', extensions: ['binary_tensor_data'] });
    if (method === 'GET' && path === '/v2/health/live') return reply(200, { live: true });
    if (method === 'GET' && path === '/v2/health/ready') return reply(200, { ready: true });
    const [, name = '', wanted = version, action = 'metadata'] = modelPath.exec(path) ?? [];
    const input = Object.hasOwn(models, name) ? models[name] : undefined;
    if (input === undefined || wanted !== version)
      return error(404, `Request for unknown model: '${name}' version ${wanted} is not found`);
    if (action === 'infer') return method === 'POST' ? infer(request, name, input, findBoxes) : notAllowed();
    if (method !== 'GET') return notAllowed();
    return action === 'ready'
      ? reply(200, { name, ready: true })
      : reply(200, { name, versions: [version], platform: 'sandbox', inputs: [input], outputs });
  },
  fail: (kind) => failures[kind](),
};

async function infer(
  request: CloudRequest,
  model: string,
  expected: { name: string; datatype: string },
  findBoxes: FindBoxes,
): Promise<CloudReply> {
  const asked = readInferBody(request);
  if (typeof asked === 'string') return error(400, asked);
  const [input] = asked.inputs;
  if (input === undefined || asked.inputs.length > 1 || input.name !== expected.name)
    return error(400, `unexpected inference input for model '${model}'`);
  if (input.datatype !== expected.datatype)
    return error(
      400,
      `unexpected datatype ${input.datatype} for input '${input.name}', expecting ${expected.datatype}`,
    );
  const fingerprint = await photoOf(input);
  if (fingerprint === null) return error(400, `input '${input.name}' holds no picture`);
  return inferReply(model, asked, findBoxes(fingerprint));
}

async function photoOf({ datatype, shape, bytes }: InferBody['inputs'][number]): Promise<Fingerprint | null> {
  if (datatype === 'BYTES') {
    const isOne = bytes.length > 4 && bytes.readUInt32LE(0) === bytes.length - 4;
    return isOne ? fingerprintOf(bytes.subarray(4)) : null;
  }
  const [one, height = 0, width = 0, channels] = shape;
  const pixels = height * width;
  const fits = shape.length === 4 && one === 1 && channels === 3 && pixels > 0 && pixels <= maxPixels;
  return fits && bytes.length === pixels * 3 ? fingerprintOfPixels(bytes, { width, height }) : null;
}

function inferReply(model: string, asked: InferBody, seen: readonly PredictedBox[]): CloudReply {
  const sides = seen.flatMap(({ box: [x, y, width, height] }) => [x, y, x + width, y + height]);
  const scores = seen.map(({ confidence }) => confidence);
  const labels = seen.map(({ label }) => label);
  const tensors = [
    { name: 'boxes', datatype: 'FP32', shape: [seen.length, 4], data: sides, raw: () => floats(sides) },
    { name: 'scores', datatype: 'FP32', shape: [seen.length], data: scores, raw: () => floats(scores) },
    {
      name: 'labels',
      datatype: 'BYTES',
      shape: [seen.length],
      data: labels,
      raw: () => lengthPrefixed(labels.map((label) => Buffer.from(label))),
    },
  ];
  const raws: Buffer[] = [];
  const answered = tensors.flatMap(({ name, datatype, shape, data, raw }) => {
    const isBinary = asked.isBinary(name);
    if (isBinary === null) return [];
    if (!isBinary) return { name, datatype, shape, data };
    const bytes = raw();
    raws.push(bytes);
    return { name, datatype, shape, parameters: { binary_data_size: bytes.length } };
  });
  const body = {
    ...(asked.id === undefined ? {} : { id: asked.id }),
    model_name: model,
    model_version: version,
    outputs: answered,
  };
  if (raws.length === 0) return reply(200, body);
  const json = Buffer.from(JSON.stringify(body));
  return {
    status: 200,
    headers: { 'content-type': 'application/octet-stream', [inferenceHeader]: String(json.length) },
    body: Buffer.concat([json, ...raws]),
  };
}

const floats = (values: readonly number[]): Buffer => Buffer.from(Float32Array.from(values).buffer);

const failures = {
  throttled: () => error(429, 'too many requests'),
  'error-500': () => error(500, 'inference failed: internal error'),
  unavailable: () => error(503, 'the server is shutting down'),
  denied: () => error(401, 'the token is not accepted'),
  'not-ready': () => error(400, "Request for unknown model: 'shelf' has no available versions"),
  'wrong-schema': () => reply(200, { model: 'shelf', predictions: [] }),
};

const notAllowed = (): CloudReply => error(405, 'method not allowed');
const error = (status: number, message: string): CloudReply => reply(status, { error: message });
