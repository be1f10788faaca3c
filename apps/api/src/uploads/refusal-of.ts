import { ERRORS } from '@tus/server';
import { isTransient } from '../http/error-response.ts';
import { type Refusal, refusals, UploadRefused } from './upload-refusal.ts';

/** A refusal; `fault` says that something of ours failed and belongs in the log. */
export type RefusalOfError = Refusal & { fault?: boolean };

/** Returns what a transfer that failed is answered. */
export function refusalOf(error: unknown, method: string): RefusalOfError {
  if (error instanceof UploadRefused) return error.refusal;
  if (isFull(error)) return refusals.diskFull;
  if (error === ERRORS.INVALID_OFFSET) return refusals.offset;
  // Another request of the same upload has taken over, or the sender is gone.
  if (error === ERRORS.ABORTED) return refusals.locked;
  const status = statusOf(error);
  if (status === 413) return refusals.tooLarge;
  if (status !== null) return { status, code: 'UPLOAD_REQUEST_INVALID', message: messageOf(error) };
  if (!isTransient(error)) return { ...refusals.failed, fault: true };
  // tus-js-client takes any other failure of HEAD for the end of the upload and begins it anew.
  return method === 'HEAD'
    ? { ...refusals.unavailable, status: 423, fault: true }
    : { ...refusals.unavailable, fault: true };
}

/** Returns true for a disk or a quota of the object store that is full. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'OBJECT_STORE_FULL';

/** The status that the tus server or Express gives a mistake of the caller. */
function statusOf(error: unknown): number | null {
  const { status_code, status = status_code } = error as { status_code?: unknown; status?: unknown };
  return typeof status === 'number' && status !== 500 ? status : null;
}

const messageOf = (error: unknown): string => {
  const { body, message } = error as { body?: unknown; message?: unknown };
  return String(body ?? message).trim();
};
