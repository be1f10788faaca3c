import type { FileHandle } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { StoredObject } from '../object-store.ts';
import { requestLimitMs } from './open-s3.ts';

/** Largest upload in one request, and the size of parts above it. The minimum of S3 is 5 MiB. */
export const partBytes = 8 * 1024 * 1024;

/** Concurrent parts: an upload holds this number times `partBytes` in memory. */
const partsAtOnce = 2;

/** Limit of a whole upload. S3 accepts 10,000 parts, 80 GB at this size, far above any photo. */
const uploadLimitMs = 10 * 60_000;

/**
 * Uploads bytes or an open file. S3 shows an object only when it is complete, so an interrupted upload leaves no object under
 * the name. (Parts of a large one stay invisible; a lifecycle rule of the bucket removes them.)
 */
export async function uploadObject(
  client: S3Client,
  to: { bucket: string; key: string },
  body: Uint8Array | FileHandle,
  { sha256, byteLength }: StoredObject,
): Promise<void> {
  const target = { Bucket: to.bucket, Key: to.key, ContentType: 'application/octet-stream' };
  if (byteLength <= partBytes) {
    const bytes = body instanceof Uint8Array ? body : await readAll(body, byteLength);
    await client.send(
      new PutObjectCommand({
        ...target,
        Body: bytes,
        // Servers with support for checksums store this one and compare it on arrival.
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      }),
      { abortSignal: AbortSignal.timeout(requestLimitMs) },
    );
    return;
  }
  const upload = new Upload({
    client,
    params: {
      ...target,
      Body:
        body instanceof Uint8Array
          ? body
          : body.createReadStream({ start: 0, end: byteLength - 1, autoClose: false }),
    },
    partSize: partBytes,
    queueSize: partsAtOnce,
  });
  const timer = setTimeout(() => void upload.abort(), uploadLimitMs);
  try {
    await upload.done();
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(file: FileHandle, byteLength: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(byteLength);
  let done = 0;
  while (done < byteLength) {
    const { bytesRead } = await file.read(bytes, done, byteLength - done, done);
    if (bytesRead === 0)
      throw new Error('invariant: the temporary file is shorter than the bytes written to it');
    done += bytesRead;
  }
  return bytes;
}
