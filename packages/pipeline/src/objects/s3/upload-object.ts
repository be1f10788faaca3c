import type { FileHandle } from 'node:fs/promises';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { StoredObject } from '../object-store.ts';
import { requestLimitMs } from './open-s3.ts';

/** Up to this size in one request, above it in parts of this size: the least that S3 takes is 5 MiB. */
export const partBytes = 8 * 1024 * 1024;

/** Parts under way at once; so many times `partBytes` is what an upload holds in memory. */
const partsAtOnce = 2;

/** S3 takes 10,000 parts: 80 GB at this size, at which no photo arrives. */
const uploadLimitMs = 10 * 60_000;

/**
 * Uploads bytes or an open file. S3 shows an object when all of it is there and not before: an upload that dies leaves
 * nothing under the name. (Parts of a large one stay unseen; a lifecycle rule of the bucket removes them.)
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
        // Kept with the object where the server knows it, and compared on arrival.
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
    if (bytesRead === 0) throw new Error('the temporary file is shorter than what was written to it');
    done += bytesRead;
  }
  return bytes;
}
