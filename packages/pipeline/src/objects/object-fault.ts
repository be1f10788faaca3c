import { Fault } from '../fault.ts';

/** Converts an error of the disk to a retryable Fault. */
export function objectFault(error: unknown): Fault {
  const cause = error as NodeJS.ErrnoException;
  const full = cause.code === 'ENOSPC' || cause.code === 'EDQUOT';
  return new Fault(full ? 'OBJECT_STORE_FULL' : 'OBJECT_STORE_FAILED', `Object store: ${cause.message}`, {
    retry: true,
    cause: error,
  });
}
