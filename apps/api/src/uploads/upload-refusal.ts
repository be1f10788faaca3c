import type { Response } from 'express';
import { transientRetryAfterSeconds } from '../http/error-response.ts';

/** Words of a refusal besides those of the payload's problems. */
export interface Refusal {
  status: number;
  code: string;
  /** A sentence for whoever reads the device's log. */
  message: string;
  retryAfterSeconds?: number;
}

/** Thrown where the tus server listens: it answers what the refusal says. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** The body of every refusal of an upload: one problem. */
export const refusalBody = ({ code, message }: Refusal) => ({ problem: { path: '$', code, message } });

export function refuseUpload(response: Response, refusal: Refusal): void {
  if (refusal.status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (refusal.retryAfterSeconds !== undefined) response.set('Retry-After', String(refusal.retryAfterSeconds));
  response.status(refusal.status).json(refusalBody(refusal));
}

export const refusals = {
  unknown: { status: 404, code: 'UPLOAD_UNKNOWN', message: 'There is no upload of this id.' },
  expired: { status: 410, code: 'UPLOAD_EXPIRED', message: 'The upload has expired; create a new one.' },
  discarded: { status: 410, code: 'UPLOAD_EXPIRED', message: 'The upload was given up; create a new one.' },
  completed: { status: 409, code: 'UPLOAD_COMPLETED', message: 'The upload is complete.' },
  notAllowed: {
    status: 401,
    code: 'UPLOAD_TOKEN_INVALID',
    message: 'Send the device key, or the token of this upload as Upload-Token.',
  },
  offset: {
    status: 409,
    code: 'UPLOAD_OFFSET_WRONG',
    message: 'The upload stands at another offset; HEAD tells which.',
  },
  locked: {
    status: 423,
    code: 'UPLOAD_LOCKED',
    message: 'Another transfer of this upload is under way; try again in a moment.',
    retryAfterSeconds: 1,
  },
  empty: { status: 422, code: 'PHOTO_EMPTY', message: 'A photo has at least one byte.' },
  tooLarge: {
    status: 413,
    code: 'PHOTO_TOO_LARGE',
    message: 'More bytes than the upload was announced with.',
  },
  /** The database or the object store is away. */
  unavailable: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The database or the object store is away or busy; what has arrived is kept. Try again.',
    retryAfterSeconds: transientRetryAfterSeconds,
  },
  failed: {
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    message: 'This failed inside Gondola; what has arrived is kept. Try again.',
  },
  diskFull: {
    status: 507,
    code: 'STORAGE_FULL',
    message: 'There is no room for photos at the moment; what has arrived is kept. Try again later.',
    retryAfterSeconds: 60,
  },
} as const satisfies Record<string, Refusal>;
