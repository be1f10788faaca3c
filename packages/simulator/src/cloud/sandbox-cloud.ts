import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SimulatorLog, silentLog } from '../fleet/simulator-log.ts';
import { answerCall } from './answer-call.ts';
import { createCallBook } from './call-book.ts';
import { answerControl, type ControlTools, type SandboxState, stateOf } from './control.ts';
import { createFaultDesk } from './fault-desk.ts';
import type { CloudRequest, LookAtPhoto, Protocol } from './protocol.ts';
import { createGoogleTokens } from './protocols/google-tokens.ts';
import { kserveProtocol } from './protocols/kserve.ts';
import { rekognitionProtocol } from './protocols/rekognition.ts';
import { vertexProtocol } from './protocols/vertex.ts';
import { type ModelErrors, modelErrorsSchema, seeShelf } from './see-shelf.ts';
import { createTruthBook } from './truth-book.ts';

/** The models that the sandbox serves, as a client has to name them. */
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
/** A demo hands in 20 captures a minute: an hour of them and more, a few megabytes. */
const maxPhotos = 2_000;
/** Far more than workers open; what comes past it is refused by the socket, not by the memory. */
const maxConnections = 256;

export interface SandboxCloudOptions {
  /** 0 takes a free one. */
  port?: number;
  errors?: Partial<ModelErrors>;
  log?: SimulatorLog;
  /** Milliseconds, monotonic: schedules and Retry-After are counted by it. */
  nowMs?: () => number;
}

export interface SandboxCloud {
  /** The origin that clients are pointed at. */
  url: string;
  state(): SandboxState;
  stop(): Promise<void>;
}

/**
 * Cloud vision on this machine: Rekognition Custom Labels, Vertex AI with Google's tokens, and a KServe v2 server on one
 * loopback port. Sees what it was told of a photo, as a model with its errors would; fails when it is told to.
 */
export async function openSandboxCloud(options: SandboxCloudOptions = {}): Promise<SandboxCloud> {
  const { log = silentLog, nowMs = () => performance.now() } = options;
  let errors = modelErrorsSchema.parse(options.errors ?? {});
  const control: ControlTools = {
    truths: createTruthBook(maxPhotos),
    desk: createFaultDesk(nowMs),
    book: createCallBook(nowMs),
    errors: {
      read: () => errors,
      change(changed) {
        errors = changed;
      },
    },
  };
  const { truths, desk, book } = control;
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
    const fault = protocol ? desk.next(protocol.provider) : null;
    if (protocol) book.arrived(protocol.provider);
    const body = await bodyOf(incoming);
    if (body === null) {
      if (protocol) book.ended(protocol.provider, 'refused');
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const request: CloudRequest = { method, path, headers, body };
    if (protocol) {
      const look: LookAtPhoto = (fingerprint) => {
        const photo = truths.find(fingerprint);
        book.sawPhoto(protocol.provider, photo !== null);
        return photo === null ? [] : seeShelf(photo, protocol.provider, errors);
      };
      return answerCall(protocol, request, response, fault, {
        book,
        look,
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
      log.info({ status: answer?.status, faults: request.body.toString('utf8').slice(0, 500) }, 'faults set');
  }

  const server = createServer((incoming, response) => {
    serve(incoming, response).catch((error: unknown) => {
      log.error({ err: { message: String(error) } }, 'the sandbox failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.maxConnections = maxConnections;
  // Nobody but this machine: it answers to anyone who signs, and its faults are switched without a password.
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

/** Null when it is longer than anything that is sent here. */
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
