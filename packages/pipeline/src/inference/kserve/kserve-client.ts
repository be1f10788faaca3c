import { z } from 'zod';
import { faultOf, unreadableAnswer } from '../remote/error-table.ts';
import { toNetworkFault } from '../remote/error-table-network.ts';
import { callProvider } from '../remote/provider-call.ts';
import { createProviderHttp, type ProviderAnswer, type ProviderRequest } from '../remote/provider-http.ts';
import { type InferRequest, writeInferRequest } from './infer-request.ts';
import { type InferResponse, parseJson, readInferResponse } from './infer-response.ts';
import { toKserveFault } from './kserve-errors.ts';

export interface KserveSettings {
  /** Where the server is, such as `http://models:8000`; a path before `/v2` is kept. */
  url: string;
  model: string;
  /** The server's choice when absent. */
  version?: string;
  /** Of each request. */
  timeoutMs: number;
  maxConnections: number;
  /** Tensors as raw bytes after the JSON (the binary tensor extension of Triton and OpenVINO Model Server). */
  binary: boolean;
  /** Sent with each request, such as an authorization. */
  headers?: Record<string, string>;
}

const tensorSchema = z.object({
  name: z.string(),
  datatype: z.string(),
  /** -1 where any length goes. Some servers write numbers as text. */
  shape: z.array(z.coerce.number().int()),
});
const metadataSchema = z.object({
  name: z.string(),
  versions: z.array(z.string()).nullish(),
  platform: z.string().nullish(),
  inputs: z.array(tensorSchema).default([]),
  outputs: z.array(tensorSchema).default([]),
});

export type ModelMetadata = z.output<typeof metadataSchema>;
/** A model behind the Open Inference Protocol (KServe v2) over REST. Everything rejects with a TierFault alone. */
export interface KserveClient {
  /** Health by its status alone: OpenVINO Model Server answers with an empty body. */
  isLive(signal: AbortSignal): Promise<boolean>;
  isReady(signal: AbortSignal): Promise<boolean>;
  isModelReady(signal: AbortSignal): Promise<boolean>;
  metadata(signal: AbortSignal): Promise<ModelMetadata>;
  infer(request: InferRequest, signal: AbortSignal): Promise<InferResponse>;
  close(): Promise<void>;
}

export function createKserveClient(settings: KserveSettings): KserveClient {
  const { origin, pathname } = new URL(settings.url);
  const base = `${pathname.replace(/\/+$/, '')}/v2`;
  const version = settings.version === undefined ? '' : `/versions/${encodeURIComponent(settings.version)}`;
  const model = `${base}/models/${encodeURIComponent(settings.model)}${version}`;
  const http = createProviderHttp(origin, settings.maxConnections);

  const call = <T>(
    request: Omit<ProviderRequest, 'signal'>,
    read: (answer: ProviderAnswer) => T,
    signal: AbortSignal,
  ): Promise<T> =>
    callProvider(
      async (abort) =>
        read(
          await http.send({
            ...request,
            headers: { ...settings.headers, ...request.headers },
            signal: abort,
          }),
        ),
      { signal, timeoutMs: settings.timeoutMs, toFault: toNetworkFault },
    );
  const isOk = (path: string, signal: AbortSignal) =>
    call({ method: 'GET', path }, ({ status }) => status === 200, signal);
  const whenOk =
    <T>(read: (answer: ProviderAnswer) => T) =>
    (answer: ProviderAnswer): T => {
      if (answer.status !== 200) throw toKserveFault(answer);
      return read(answer);
    };

  return {
    isLive: (signal) => isOk(`${base}/health/live`, signal),
    isReady: (signal) => isOk(`${base}/health/ready`, signal),
    isModelReady: (signal) => isOk(`${model}/ready`, signal),
    metadata: (signal) => call({ method: 'GET', path: model }, whenOk(readMetadata), signal),
    infer: (request, signal) =>
      call(
        { method: 'POST', path: `${model}/infer`, ...writeInferRequest(request, settings.binary) },
        whenOk(readInferResponse),
        signal,
      ),
    close: () => http.close(),
  };
}

function readMetadata({ body }: ProviderAnswer): ModelMetadata {
  const parsed = metadataSchema.safeParse(parseJson(body));
  if (!parsed.success) throw faultOf(unreadableAnswer, z.prettifyError(parsed.error));
  return parsed.data;
}
