import type { IncomingMessage } from 'node:http';
import { maxPhotoBytes } from '@gondola/pipeline/intake';
import { Server } from '@tus/server';
import { finishUpload } from './finish-upload.ts';
import { refusalOf } from './refusal-of.ts';
import { TusDataStore } from './tus-data-store.ts';
import { lockDrainMs } from './upload-locks.ts';
import { type Refusal, refusalBody, refusals, UploadRefused } from './upload-refusal.ts';
import type { Upload } from './upload-rows.ts';
import type { UploadTools } from './upload-tools.ts';

type NodeBacked = { runtime?: { node?: { req: IncomingMessage } } };

/** The tus protocol (1.0.0) for requests that have been recognised: `recognised` holds each one's upload. */
export function openTusServer(tools: UploadTools, recognised: WeakMap<IncomingMessage, Upload>): Server {
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
      const refusal = refusalOf(error, request.method);
      if (refusal.fault)
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
    if (status < 400) return super.write(context, headers, status, body);
    headers.set('Content-Type', 'application/json; charset=utf-8');
    const { retryAfterSeconds } =
      Object.values<Refusal>(refusals).find((each) => each.status === status) ?? {};
    if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
    return super.write(
      context,
      headers,
      status,
      isProblem(body) ? body : JSON.stringify(invalid(status, body)),
    );
  }
}

/** What the tus server says of a header, and what it says itself, comes as plain text. */
const isProblem = (body: string | undefined): boolean => body?.startsWith('{"problem"') ?? false;

const invalid = (status: number, message = '') =>
  refusalBody({ status, code: 'UPLOAD_REQUEST_INVALID', message: message.trim() });
