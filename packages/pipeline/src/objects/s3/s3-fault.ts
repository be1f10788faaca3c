import { Fault } from '../../fault.ts';

interface S3Error extends Error {
  $metadata?: { httpStatusCode?: number };
}

/** Error names of full storage: MinIO's, and those of Ceph, Swift and others. */
const fullNames: ReadonlySet<string> = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage']);

/**
 * Converts an error of the SDK to a Fault. Denied access and a missing bucket are retryable as well: an operator
 * corrects them, and no capture may be dead-lettered for them.
 */
export function s3Fault(error: unknown): Fault {
  const { name, message, $metadata } = error as S3Error;
  const full = fullNames.has(name) || $metadata?.httpStatusCode === 507;
  return new Fault(
    full ? 'OBJECT_STORE_FULL' : 'OBJECT_STORE_FAILED',
    `Object store: ${name}${message && message !== name ? `: ${message}` : ''}`,
    { retry: true, cause: error },
  );
}

/** Returns whether the object is absent; a missing bucket is a fault. A response to HEAD has a status but no body. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
