import { z } from 'zod';
import type { CloudRequest } from '../protocol.ts';
import { parseJson } from '../protocol.ts';

export const inferenceHeader = 'inference-header-content-length';

const side = z.number().int().nonnegative();
const parameters = z.looseObject({
  binary_data_size: side.optional(),
  binary_data: z.boolean().optional(),
  binary_data_output: z.boolean().optional(),
});
const schema = z.object({
  id: z.string().optional(),
  parameters: parameters.optional(),
  inputs: z
    .array(
      z.object({
        name: z.string(),
        shape: z.array(side),
        datatype: z.string(),
        data: z.unknown().optional(),
        parameters: parameters.optional(),
      }),
    )
    .min(1),
  outputs: z.array(z.object({ name: z.string(), parameters: parameters.optional() })).optional(),
});

export interface InferBody {
  id: string | undefined;
  inputs: { name: string; shape: number[]; datatype: string; bytes: Buffer }[];
  /** Returns whether an output is sent as raw bytes; null when the request does not ask for the output. */
  isBinary(output: string): boolean | null;
}

/** Reads an infer request, JSON or with binary tensors. Returns an error sentence for an invalid request. */
export function readInferBody({ headers, body }: CloudRequest): InferBody | string {
  const header = headers[inferenceHeader];
  const jsonBytes = header === undefined ? body.length : Number(header);
  if (!Number.isInteger(jsonBytes) || jsonBytes < 0 || jsonBytes > body.length)
    return 'Inference-Header-Content-Length is not within the body';
  const parsed = schema.safeParse(parseJson(body.subarray(0, jsonBytes)));
  if (!parsed.success) return `failed to parse the request JSON: ${z.prettifyError(parsed.error)}`;

  let at = jsonBytes;
  const inputs: InferBody['inputs'] = [];
  for (const { name, shape, datatype, data, parameters: said } of parsed.data.inputs) {
    const size = said?.binary_data_size;
    const bytes = size === undefined ? bytesOfValues(datatype, data) : body.subarray(at, at + size);
    if (bytes === null || (size !== undefined && bytes.length !== size))
      return `input '${name}' has no usable data`;
    at += size ?? 0;
    inputs.push({ name, shape, datatype, bytes });
  }
  if (at !== body.length) return `unexpected additional input data: ${body.length - at} bytes`;

  const { id, outputs, parameters: whole } = parsed.data;
  const all = whole?.binary_data_output ?? false;
  return {
    id,
    inputs,
    isBinary(output) {
      if (outputs === undefined) return all;
      const asked = outputs.find(({ name }) => name === output);
      return asked === undefined ? null : (asked.parameters?.binary_data ?? all);
    },
  };
}

/** Returns the bytes of JSON values, for the two datatypes that the models here accept. */
function bytesOfValues(datatype: string, data: unknown): Buffer | null {
  if (!Array.isArray(data)) return null;
  const flat = data.flat(Number.POSITIVE_INFINITY) as unknown[];
  if (datatype === 'UINT8') return Buffer.from(flat.map(Number));
  return datatype === 'BYTES' ? lengthPrefixed(flat.map((value) => Buffer.from(String(value)))) : null;
}

export const lengthPrefixed = (elements: readonly Buffer[]): Buffer =>
  Buffer.concat(
    elements.flatMap((element) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(element.length);
      return [length, element];
    }),
  );
