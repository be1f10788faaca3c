import { type Tensor, toBinary } from './tensor.ts';

export interface InferRequest {
  inputs: readonly Tensor[];
  /** Names of the outputs to return; all of them when absent. */
  outputs?: readonly string[];
}

/** Header of the binary tensor extension: how many bytes of the body are JSON. */
export const inferenceHeader = 'inference-header-content-length';

/**
 * The body and headers of an infer request. With `binary` tensors travel as raw bytes after the JSON, and are asked
 * back in the same way; without it everything is JSON, in which BYTES have to be UTF-8 text.
 */
export function writeInferRequest(
  { inputs, outputs }: InferRequest,
  binary: boolean,
): { headers: Record<string, string>; body: Uint8Array | string } {
  const wanted = outputs === undefined ? {} : { outputs: outputs.map((name) => ({ name })) };
  if (!binary) {
    const body = JSON.stringify({
      inputs: inputs.map((tensor) => ({ ...described(tensor), data: valuesOf(tensor) })),
      ...wanted,
    });
    return { headers: { 'content-type': 'application/json' }, body };
  }
  const raw = inputs.map(toBinary);
  const json = Buffer.from(
    JSON.stringify({
      parameters: { binary_data_output: true },
      inputs: inputs.map((tensor, i) => ({
        ...described(tensor),
        parameters: { binary_data_size: raw[i]?.length ?? 0 },
      })),
      ...wanted,
    }),
  );
  return {
    headers: { 'content-type': 'application/octet-stream', [inferenceHeader]: String(json.length) },
    body: Buffer.concat([json, ...raw]),
  };
}

const described = ({ name, shape, datatype }: Tensor) => ({ name, shape, datatype });

function valuesOf(tensor: Tensor): unknown[] {
  if (tensor.datatype === 'BYTES') return tensor.data.map((bytes) => Buffer.from(bytes).toString('utf8'));
  if (tensor.datatype === 'BOOL') return Array.from(tensor.data as Uint8Array, (value) => value !== 0);
  return Array.from<number | bigint, number>(tensor.data, Number);
}
