import { z } from 'zod';
import { type ErrorRow, faultOf, unreadableAnswer } from '../remote/error-table.ts';
import type { ProviderAnswer } from '../remote/provider-http.ts';
import { inferenceHeader } from './infer-request.ts';
import { fromBinary, fromValues, isNumberType, type Tensor } from './tensor.ts';

const size = z.number().int().nonnegative();
const schema = z.object({
  model_name: z.string(),
  model_version: z.string().nullish(),
  outputs: z.array(
    z.object({
      name: z.string(),
      shape: z.array(size),
      datatype: z.string(),
      data: z.unknown().optional(),
      parameters: z.looseObject({ binary_data_size: size.optional() }).nullish(),
    }),
  ),
});

export interface InferResponse {
  modelName: string;
  /** Null when the server does not say. */
  modelVersion: string | null;
  outputs: ReadonlyMap<string, Tensor>;
}

const otherType: ErrorRow = {
  kind: 'CONFIGURATION',
  why: 'the model answers in a datatype that is not read',
};

/** @throws TierFault when the answer is broken, or in a datatype that is not read. */
export function readInferResponse({ headers, body }: ProviderAnswer): InferResponse {
  const header = headers[inferenceHeader];
  const jsonBytes = typeof header === 'string' ? Number(header) : body.length;
  if (!Number.isInteger(jsonBytes) || jsonBytes < 0 || jsonBytes > body.length)
    throw faultOf(unreadableAnswer, `the JSON part is said to have ${String(header)} bytes`);
  const parsed = schema.safeParse(parseJson(body.subarray(0, jsonBytes)));
  if (!parsed.success) throw faultOf(unreadableAnswer, z.prettifyError(parsed.error));

  let at = jsonBytes;
  const outputs = new Map<string, Tensor>();
  for (const { name, shape, datatype, data, parameters } of parsed.data.outputs) {
    if (datatype !== 'BYTES' && !isNumberType(datatype)) throw faultOf(otherType, `${name} is ${datatype}`);
    const binaryBytes = parameters?.binary_data_size;
    const raw = body.subarray(at, at + (binaryBytes ?? 0));
    at += binaryBytes ?? 0;
    try {
      if (binaryBytes !== undefined && raw.length !== binaryBytes) throw new RangeError(`${name} is cut off`);
      outputs.set(
        name,
        binaryBytes === undefined
          ? fromValues(name, shape, datatype, data)
          : fromBinary(name, shape, datatype, raw),
      );
    } catch (error) {
      throw faultOf(unreadableAnswer, String(error), { cause: error });
    }
  }
  const { model_name: modelName, model_version: modelVersion = null } = parsed.data;
  return { modelName, modelVersion, outputs };
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    throw faultOf(unreadableAnswer, String(error), { cause: error });
  }
}
