import { S3Client } from '@aws-sdk/client-s3';
import type { S3Place } from './read-s3-spec.ts';

/** The most that one request may take with all its tries: the largest part goes through a line of 2 Mbit/s. */
export const requestLimitMs = 60_000;

/** A client with bounded waits. Credentials come from the SDK's own chain: environment, profile, role. */
export function openS3({ region, endpoint, forcePathStyle }: S3Place): S3Client {
  return new S3Client({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    forcePathStyle,
    maxAttempts: 3,
    // The SDK's own checksums make uploads chunked, which many servers refuse or store as they come. The signature
    // holds the SHA-256 of every request's bytes, and all servers compare that.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: 3_000,
      // Without a byte in either direction.
      socketTimeout: 15_000,
    },
  });
}
