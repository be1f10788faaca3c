import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { openS3, requestLimitMs } from '../s3/open-s3.ts';
import { readS3Spec } from '../s3/read-s3-spec.ts';
import { withS3Faults } from '../s3/with-s3-faults.ts';
import type { Partials } from './partials.ts';

/**
 * Maximum size of one object of an unfinished upload: the memory of a transfer, and its loss by a kill. A multipart upload is
 * unsuitable: its parts have 5 MiB at least, and a photo is often smaller.
 */
const maxPieceBytes = 1024 * 1024;

interface Piece {
  key: string;
  offset: number;
  byteLength: number;
}

/**
 * Stores unfinished uploads in the bucket of an object store (`s3:` and so on). An upload is the objects
 * `<prefix>uploads/<id>/<offset>`, each beginning at the end of the one before; objects after a gap do not count. An error
 * of the network rejects with a retryable Fault; an error of the source is thrown unchanged.
 */
export function createS3Partials(spec: string): Partials {
  const location = readS3Spec(spec);
  const client = openS3(location);
  const Bucket = location.bucket;
  const root = `${location.prefix}uploads/`;
  const limit = () => ({ abortSignal: AbortSignal.timeout(requestLimitMs) });
  const keyOf = (id: string, offset: number) => `${root}${id}/${String(offset).padStart(12, '0')}`;

  async function* listKeys(prefix: string): AsyncGenerator<{ key: string; byteLength: number }> {
    let token: string | undefined;
    do {
      const next = token === undefined ? {} : { ContinuationToken: token };
      const page = await withS3Faults(
        client.send(new ListObjectsV2Command({ Bucket, Prefix: prefix, ...next }), limit()),
      );
      for (const { Key = '', Size = 0 } of page.Contents ?? []) yield { key: Key, byteLength: Size };
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  async function pieces(id: string): Promise<Piece[]> {
    const found: Piece[] = [];
    let end = 0;
    for await (const { key, byteLength } of listKeys(`${root}${id}/`)) {
      const offset = Number(key.slice(key.lastIndexOf('/') + 1));
      if (offset !== end) break;
      found.push({ key, offset, byteLength });
      end += byteLength;
    }
    return found;
  }

  const put = (id: string, offset: number, Body: Uint8Array) =>
    withS3Faults(client.send(new PutObjectCommand({ Bucket, Key: keyOf(id, offset), Body }), limit()));

  return {
    async size(id: string): Promise<number> {
      const last = (await pieces(id)).at(-1);
      return last ? last.offset + last.byteLength : 0;
    },

    async append(id: string, offset: number, source: AsyncIterable<Uint8Array>): Promise<number> {
      let end = offset;
      let held: Uint8Array[] = [];
      let heldBytes = 0;
      const flush = async () => {
        if (heldBytes === 0) return;
        await put(id, end, Buffer.concat(held));
        end += heldBytes;
        held = [];
        heldBytes = 0;
      };
      try {
        for await (const chunk of source) {
          held.push(chunk);
          heldBytes += chunk.byteLength;
          if (heldBytes >= maxPieceBytes) await flush();
        }
      } catch (error) {
        // The bytes before the failure are stored if possible.
        await flush().catch(() => {});
        throw error;
      }
      await flush();
      return end;
    },

    async *read(id: string): AsyncGenerator<Uint8Array> {
      for (const { key } of await pieces(id)) {
        const found = await withS3Faults(client.send(new GetObjectCommand({ Bucket, Key: key }), limit()));
        if (found.Body) yield await withS3Faults(found.Body.transformToByteArray());
      }
    },

    async remove(id: string): Promise<void> {
      // From the end, so that a kill leaves a readable beginning.
      const keys: string[] = [];
      for await (const { key } of listKeys(`${root}${id}/`)) keys.push(key);
      for (const Key of keys.toReversed())
        await withS3Faults(client.send(new DeleteObjectCommand({ Bucket, Key }), limit()));
    },

    async *list(): AsyncGenerator<string> {
      let last = '';
      for await (const { key } of listKeys(root)) {
        const id = key.slice(root.length).split('/')[0] ?? '';
        if (id !== last) yield id;
        last = id;
      }
    },
  };
}
