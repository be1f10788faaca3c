import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { Fault } from '../../fault.ts';
import {
  isObjectName,
  type ListedObject,
  ObjectDamaged,
  type ObjectStore,
  ObjectTooLarge,
  type StoredObject,
} from '../object-store.ts';
import { writeHashed } from '../write-hashed.ts';
import { openS3, requestLimitMs } from './open-s3.ts';
import { openSpool } from './open-spool.ts';
import type { S3Location } from './read-s3-spec.ts';
import { isAbsent } from './s3-fault.ts';
import { uploadObject } from './upload-object.ts';
import { withS3Faults } from './with-s3-faults.ts';

/**
 * An older object is uploaded again, which makes its date recent. The limit is far below one hour, the age at which an
 * object without a row is an orphan. The clocks of the two hosts may therefore differ.
 */
const recentMs = 10 * 60_000;

/**
 * Creates a store of objects `<prefix><sha256>` in a bucket. A stream is written to a temporary file first, since its name is
 * known only at its end. S3 can copy but not rename: an upload under another name would be written twice and could leave
 * garbage. An upload becomes visible completely or not at all.
 */
export function createS3ObjectStore(location: S3Location, { listPageSize = 1_000 } = {}): ObjectStore {
  const client = openS3(location);
  const { bucket, prefix } = location;
  const at = (sha256: string) => ({ Bucket: bucket, Key: prefix + sha256 });
  const limit = () => ({ abortSignal: AbortSignal.timeout(requestLimitMs) });

  const head = (sha256: string) =>
    client.send(new HeadObjectCommand(at(sha256)), limit()).catch((error: unknown) => nullWhenAbsent(error));

  async function isRecent({ sha256, byteLength }: StoredObject): Promise<boolean> {
    const found = await head(sha256);
    const storedAtMs = found?.LastModified?.getTime() ?? 0;
    return found?.ContentLength === byteLength && Date.now() - storedAtMs < recentMs;
  }

  async function store(body: Parameters<typeof uploadObject>[2], object: StoredObject): Promise<void> {
    if (await withS3Faults(isRecent(object))) return;
    await withS3Faults(uploadObject(client, { bucket, key: prefix + object.sha256 }, body, object));
  }

  return {
    async put(source, { maxBytes = Number.POSITIVE_INFINITY } = {}) {
      if (source instanceof Uint8Array) {
        if (source.byteLength > maxBytes) throw new ObjectTooLarge(maxBytes);
        const object = { sha256: sha256Of(source), byteLength: source.byteLength };
        await store(source, object);
        return object;
      }
      const spool = await openSpool();
      try {
        const object = await writeHashed(spool, source, maxBytes);
        await store(spool, object);
        return object;
      } finally {
        await spool.close();
      }
    },

    async get(sha256) {
      if (!isObjectName(sha256)) return null;
      const found = await withS3Faults(
        client
          .send(new GetObjectCommand(at(sha256)), limit())
          .catch((error: unknown) => nullWhenAbsent(error)),
      );
      if (found === null) return null;
      const bytes = await withS3Faults(
        found.Body?.transformToByteArray() ?? Promise.resolve(new Uint8Array(0)),
      );
      // A lost connection is no damage.
      if (found.ContentLength !== undefined && bytes.byteLength !== found.ContentLength)
        throw new Fault('OBJECT_STORE_FAILED', 'Object store: the object arrived incomplete', {
          retry: true,
        });
      if (sha256Of(bytes) !== sha256) throw new ObjectDamaged(sha256);
      return bytes;
    },

    async stat(sha256) {
      if (!isObjectName(sha256)) return null;
      const { ContentLength, LastModified } = (await withS3Faults(head(sha256))) ?? {};
      if (ContentLength === undefined || !LastModified) return null;
      return { sha256, byteLength: ContentLength, storedAt: LastModified };
    },

    async delete(sha256) {
      if (!isObjectName(sha256)) return;
      // For an absent object Amazon returns success, other servers an error.
      await withS3Faults(
        client
          .send(new DeleteObjectCommand(at(sha256)), limit())
          .catch((error: unknown) => nullWhenAbsent(error)),
      );
    },

    async *list() {
      let token: string | undefined;
      do {
        const next = token === undefined ? {} : { ContinuationToken: token };
        const request = { Bucket: bucket, Prefix: prefix, MaxKeys: listPageSize, ...next };
        const page = await withS3Faults(client.send(new ListObjectsV2Command(request), limit()));
        for (const { Key = '', Size, LastModified } of page.Contents ?? []) {
          const sha256 = Key.slice(prefix.length);
          if (!isObjectName(sha256) || Size === undefined || !LastModified) continue;
          yield { sha256, byteLength: Size, storedAt: LastModified } satisfies ListedObject;
        }
        token = page.IsTruncated ? page.NextContinuationToken : undefined;
      } while (token !== undefined);
    },

    async probe() {
      await withS3Faults(client.send(new HeadBucketCommand({ Bucket: bucket }), limit()));
    },
  };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function nullWhenAbsent(error: unknown): null {
  if (isAbsent(error)) return null;
  throw error;
}
