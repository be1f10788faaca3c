import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SimulatorLog, silentLog } from '../fleet/simulator-log.ts';
import { answerCall } from './answer-call.ts';
import { answerControl, type ControlTools, type SandboxState, stateOf } from './answer-control.ts';
import { createCallCounter } from './call-counter.ts';
import { createFaultScheduler } from './fault-scheduler.ts';
import { createPhotoRegistry } from './photo-registry.ts';
import { type ModelErrors, modelErrorsSchema, predictBoxes } from './predict-boxes.ts';
import type { CloudRequest, FindBoxes, Protocol } from './protocol.ts';
import { createGoogleTokens } from './protocols/google-tokens.ts';
import { kserveProtocol } from './protocols/kserve.ts';
import { rekognitionProtocol } from './protocols/rekognition.ts';
import { vertexProtocol } from './protocols/vertex.ts';

/** Names of the models that the sandbox serves. */
export const sandboxModels = {
  rekognition: {
    region: 'us-east-1',
    projectVersionArn:
      'arn:aws:rekognition:us-east-1:111122223333:project/gondola-sandbox/version/gondola-sandbox.2026-11-23T09.00.00/1795424400000',
  },
  vertex: {
    project: 'gondola-sandbox',
    location: 'europe-west4',
    endpointId: '1234567890123456789',
    deployedModelId: '9876543210987654321',
    modelId: '5555555555555555555',
  },
  kserve: { model: 'shelf', pixelModel: 'shelf-pixels' },
} as const;

/** A raw frame of 1600 pixels as JSON numbers is some 30 MB. */
const maxBodyBytes = 40 * 1024 * 1024;
/** A demo submits 20 captures a minute: the limit holds more than an hour of them in a few megabytes. */
const maxPhotos = 2_000;
/** Far more than workers open. The socket refuses further connections before they cost memory. */
const maxConnections = 256;

export interface SandboxCloudOptions {
  /** 0 chooses a free port. */
  port?: number;
  errors?: Partial<ModelErrors>;
  log?: SimulatorLog;
  /** Milliseconds, monotonic: schedules and Retry-After are counted by it. */
  nowMs?: () => number;
}

export interface SandboxCloud {
  /** The origin for clients. */
  url: string;
  state(): SandboxState;
  stop(): Promise<void>;
}

/**
 * Starts simulated cloud vision on one loopback port: Rekognition Custom Labels, Vertex AI with Google's tokens, and a
 * KServe v2 server. Predicts the registered content of a photo with a model's errors, and fails on command.
 */
export async function openSandboxCloud(options: SandboxCloudOptions = {}): Promise<SandboxCloud> {
  const { log = silentLog, nowMs = () => performance.now() } = options;
  let errors = modelErrorsSchema.parse(options.errors ?? {});
  const control: ControlTools = {
    truths: createPhotoRegistry(maxPhotos),
    scheduler: createFaultScheduler(nowMs),
    counter: createCallCounter(nowMs),
    errors: {
      read: () => errors,
      change(changed) {
        errors = changed;
      },
    },
  };
  const { truths, scheduler, counter } = control;
  const tokens = createGoogleTokens(Date.now);
  const protocols: Protocol[] = [
    rekognitionProtocol(sandboxModels.rekognition.projectVersionArn),
    vertexProtocol(sandboxModels.vertex, tokens.isValid),
    kserveProtocol,
  ];
  const stopping = new AbortController();
  let url = '';

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', headers } = incoming;
    const path = new URL(incoming.url ?? '/', 'http://sandbox').pathname;
    const protocol = protocols.find((each) => each.speaks({ method, path, headers }));
    const fault = protocol ? scheduler.next(protocol.provider) : null;
    if (protocol) counter.countCall(protocol.provider);
    const body = await bodyOf(incoming);
    if (body === null) {
      if (protocol) counter.countOutcome(protocol.provider, 'refused');
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const request: CloudRequest = { method, path, headers, body };
    if (protocol) {
      const findBoxes: FindBoxes = (fingerprint) => {
        const photo = truths.find(fingerprint);
        counter.countPhoto(protocol.provider, photo !== null);
        return photo === null ? [] : predictBoxes(photo, protocol.provider, errors);
      };
      return answerCall(protocol, request, response, fault, {
        counter,
        findBoxes,
        stopped: stopping.signal,
        dateMs: Date.now,
      });
    }
    const answer = path.startsWith('/sandbox')
      ? answerControl(request, control)
      : tokens.answer(request, url);
    if (answer === null) response.writeHead(404).end();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
    if (method === 'PUT' && path === '/sandbox/faults')
      log.info(
        { status: answer?.status, faults: request.body.toString('utf8').slice(0, 500) },
        'sandbox faults set',
      );
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      log.error({ err: { message: String(error) } }, 'sandbox request failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.maxConnections = maxConnections;
  // Loopback only: the server accepts every signature, and its faults are switched without a password.
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    state: () => stateOf(control),
    async stop() {
      stopping.abort();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Returns the request's body; null when it is longer than any valid request. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > maxBodyBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
