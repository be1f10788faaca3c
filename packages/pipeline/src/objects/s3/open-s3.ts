import { S3Client } from '@aws-sdk/client-s3';
import type { S3Location } from './read-s3-spec.ts';

/** Limit of one request with all its attempts, enough for the largest part at 2 Mbit/s. */
export const requestLimitMs = 60_000;

/** Creates a client with timeouts. Credentials come from the SDK's own chain: environment, profile, role. */
export function openS3({ region, endpoint, forcePathStyle }: S3Location): S3Client {
  return new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle,
    maxAttempts: 3,
    // The checksums of the SDK make uploads chunked, which many servers reject or store unparsed. The signature
    // contains the SHA-256 of the bytes of every request, which all servers verify.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 3_000,
      // Limit without a byte in either direction.
      socketTimeout: 15_000,
    },
  });
}
