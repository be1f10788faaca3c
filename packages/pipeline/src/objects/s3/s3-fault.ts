import { Fault } from '../../fault.ts';

interface S3Error extends Error {
  $metadata?: { httpStatusCode?: number };
}

/** Names that servers give to a lack of room: MinIO's, and those of Ceph, Swift and others. */
const fullNames: ReadonlySet<string> = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage']);

/**
 * What the SDK throws, as a Fault. Refused access and a missing bucket may be retried as well: an operator mends
 * them, and no capture is to be set aside for it.
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

/** Whether there is no such object; a missing bucket is a fault. HEAD has no body and so no more than the status. */
export const isAbsent = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
