import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const datatypes = { float32: 'FP32', uint8: 'UINT8', int64: 'INT64', float16: 'FP16' } as const;
type OrtType = keyof typeof datatypes;
const arrays = { FP32: Float32Array, UINT8: Uint8Array, INT64: BigInt64Array } as const;

/** A model server that really runs its model: KServe v2 over HTTP with binary tensors, as its specification has it. */
export interface KservePeer {
  url: string;
  /** Inferences so far. */
  runs: number;
  /** Behaviour for the next requests: answered, held without an answer, or refused as by a starting server. */
  mood: 'well' | 'silent' | 'starting' | 'broken';
  stop(): Promise<void>;
}

export async function openKservePeer(modelPath: string): Promise<KservePeer> {
  const session = await InferenceSession.create(modelPath, { intraOpNumThreads: 1 });
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.writeHead(400).end(JSON.stringify({ error: String(error) })),
    );
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>));
    if (peer.mood === 'silent') return;
    if (peer.mood === 'starting')
      return void response.writeHead(503).end(JSON.stringify({ error: 'Model is not loaded yet' }));
    if (peer.mood === 'broken') return void response.writeHead(500).end('<html>');
    if (request.url === '/v2/models/shelf') return void response.end(JSON.stringify(metadata()));
    if (request.url !== '/v2/models/shelf/infer')
      return void response
        .writeHead(404)
        .end(JSON.stringify({ error: "Request for unknown model: 'x' is not found" }));
    peer.runs += 1;
    const results = await session.run(readInputs(request, body));
    writeOutputs(response, results);
  }

  function metadata() {
    const ports = (found: readonly InferenceSession.ValueMetadata[]) =>
      found.map((port) =>
        port.isTensor
          ? {
              name: port.name,
              datatype: datatypes[port.type as OrtType],
              shape: port.shape.map((side) => (typeof side === 'number' ? side : -1)),
            }
          : null,
      );
    return {
      name: 'shelf',
      versions: ['3'],
      platform: 'onnxruntime_onnx',
      inputs: ports(session.inputMetadata),
      outputs: ports(session.outputMetadata),
    };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const peer: KservePeer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    runs: 0,
    mood: 'well',
    async stop() {
      server.close();
      server.closeAllConnections();
      await session.release();
    },
  };
  return peer;
}

interface SentInput {
  name: string;
  shape: number[];
  datatype: keyof typeof arrays;
  parameters: { binary_data_size: number };
}

function readInputs({ headers }: IncomingMessage, body: Buffer): Record<string, Tensor> {
  const jsonBytes = Number(headers['inference-header-content-length']);
  const { inputs } = JSON.parse(body.toString('utf8', 0, jsonBytes)) as { inputs: SentInput[] };
  let at = jsonBytes;
  return Object.fromEntries(
    inputs.map(({ name, shape, datatype, parameters }) => {
      const bytes = new Uint8Array(body.subarray(at, at + parameters.binary_data_size));
      at += bytes.length;
      const values = new arrays[datatype](bytes.buffer);
      return [name, new Tensor(values as Float32Array, shape)];
    }),
  );
}

function writeOutputs(response: ServerResponse, results: Readonly<Record<string, Tensor>>): void {
  const raw = Object.values(results).map(({ data }) => {
    const { buffer, byteOffset, byteLength } = data as Float32Array;
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
  const outputs = Object.entries(results).map(([name, { dims, type }], i) => ({
    name,
    shape: dims,
    datatype: datatypes[type as OrtType],
    parameters: { binary_data_size: raw[i]?.byteLength },
  }));
  const json = Buffer.from(JSON.stringify({ model_name: 'shelf', model_version: '3', outputs }));
  response
    .writeHead(200, { 'inference-header-content-length': json.length })
    .end(Buffer.concat([json, ...raw]));
}
