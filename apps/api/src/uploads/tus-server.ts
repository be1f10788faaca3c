import type { IncomingMessage } from 'node:http';
import { maxPhotoBytes } from '@gondola/pipeline/intake';
import { ERRORS, Server } from '@tus/server';
import { isPassing } from '../answer-error.ts';
import type { ApiTools } from '../context.ts';
import { finishUpload } from './finish-upload.ts';
import { isFull } from './put-upload.ts';
import type { Upload } from './read-upload.ts';
import { TusDataStore } from './tus-data-store.ts';
import { lockDrainMs } from './upload-locks.ts';
import { type Refusal, refusalBody, refusals, UploadRefused } from './upload-refusal.ts';

type NodeBacked = { runtime?: { node?: { req: IncomingMessage } } };

/** The tus protocol (1.0.0) for requests that have been recognised: `recognised` holds each one's upload. */
export function openTusServer(tools: ApiTools, recognised: WeakMap<IncomingMessage, Upload>): Server {
  const { db, objects, queue, log, uploads } = tools;
  const uploadIdOf = (request: NodeBacked) => {
    const node = request.runtime?.node;
    return node && recognised.get(node.req)?.id;
  };
  const server = new ProblemAnsweringServer({
    path: '/uploads',
    relativeLocation: true,
    datastore: new TusDataStore(db, uploads.partials),
    locker: uploads.locks,
    lockDrainTimeout: lockDrainMs,
    maxSize: maxPhotoBytes,
    // Devices are no web pages; no other origin's page has business here.
    allowedOrigins: () => false,
    getFileIdFromRequest: (request) => uploadIdOf(request as NodeBacked),
    namingFunction(request) {
      const id = uploadIdOf(request as NodeBacked);
      if (id === undefined) throw new Error('an upload that was not recognised');
      return id;
    },
    async onUploadFinish(_request, { id }) {
      const finish = await uploads.locks.hold(id, () =>
        finishUpload({ db, objects, queue, partials: uploads.partials }, id),
      );
      if (typeof finish === 'object') throw new UploadRefused({ status: 422, ...finish.problem });
      return {};
    },
    onResponseError(request, error) {
      const refusal = refusalOf(error);
      if (refusal.status === 500 || refusal.status === 503)
        log.error(
          { err: error, method: request.method, uploadId: uploadIdOf(request as NodeBacked) },
          'a transfer failed',
        );
      return { status_code: refusal.status, body: JSON.stringify(refusalBody(refusal)) };
    },
  });
  return server;
}

/** The tus server's refusals in the shape of all others. */
class ProblemAnsweringServer extends Server {
  override write(...[context, headers, status, body]: Parameters<Server['write']>) {
    if (status >= 400) {
      headers.set('Content-Type', 'application/json; charset=utf-8');
      const wait = Object.values<Refusal>(refusals).find((refusal) => refusal.status === status);
      const seconds = wait?.retryAfterSeconds ?? (status === 503 ? 5 : undefined);
      if (seconds !== undefined) headers.set('Retry-After', String(seconds));
    }
    return super.write(context, headers, status, body);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof UploadRefused) return error.refusal;
  if (isFull(error)) return refusals.diskFull;
  if (error === ERRORS.INVALID_OFFSET) return refusals.offset;
  // Another request of the same upload has taken over, or the sender is gone.
  if (error === ERRORS.ABORTED) return refusals.locked;
  const { status_code: status, body } = error as { status_code?: unknown; body?: unknown };
  if (status === 413) return refusals.tooLarge;
  if (typeof status === 'number' && status !== 500)
    return { status, code: 'UPLOAD_REQUEST_INVALID', message: String(body).trim() };
  return {
    status: isPassing(error) ? 503 : 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'This failed inside Gondola; what has arrived is kept. Try again.',
  };
}
