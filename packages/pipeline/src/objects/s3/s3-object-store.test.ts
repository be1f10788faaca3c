import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ObjectDamaged } from '../object-store.ts';
import { objectStoreConformance } from '../object-store-conformance.testing.ts';
import { openObjectStore } from '../open-object-store.ts';
import { openS3 } from './open-s3.ts';
import { readS3Spec } from './read-s3-spec.ts';
import { createS3ObjectStore } from './s3-object-store.ts';

/** A real server, as started by `scripts/s3-server.ts`; with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. */
const spec = process.env.GONDOLA_TEST_S3;

describe.skipIf(!spec)(`an object store in a bucket${spec ? '' : ' (skipped: no S3 server)'}`, () => {
  const given = spec ?? 's3://none';
  // A separate prefix for each run, because several runs may share a server.
  const [, bucket, parameters] = /^(s3:\/\/[^/?]+)[^?]*(\?.*)?$/.exec(given) ?? [];
  const run = randomUUID();
  const runSpec = (name: string) => `${bucket}/tests/${run}${name}${parameters ?? ''}`;
  const whole = readS3Spec(runSpec(''));
  const client = openS3(whole);
  let stores = 0;
  const openEmpty = () => openObjectStore(runSpec(`/${++stores}`));
  const bytes = new TextEncoder().encode('a shelf');

  afterAll(async () => {
    const { Contents = [] } = await client.send(
      new ListObjectsV2Command({ Bucket: whole.bucket, Prefix: whole.prefix }),
    );
    for (const { Key } of Contents) await client.send(new DeleteObjectCommand({ Bucket: whole.bucket, Key }));
    client.destroy();
  });

  objectStoreConformance(openEmpty);

  test('lists page after page', async () => {
    const many = createS3ObjectStore(readS3Spec(runSpec('/many')), { listPageSize: 5 });
    for (let n = 0; n < 15; n++) await many.put(new TextEncoder().encode(`${n}`));
    const names = (await Array.fromAsync(many.list())).map(({ sha256 }) => sha256);
    expect(new Set(names).size).toBe(15);
    expect(names).toEqual(names.toSorted());
  });

  test('reports a damaged object instead of returning other bytes, and a second put repairs it', async () => {
    const store = openObjectStore(runSpec('/rotten'));
    const { sha256 } = await store.put(bytes);
    const Key = `${whole.prefix}rotten/${sha256}`;
    await client.send(new PutObjectCommand({ Bucket: whole.bucket, Key, Body: 'a shelf that rotted' }));
    await expect(store.get(sha256)).rejects.toBeInstanceOf(ObjectDamaged);
    await store.put(bytes);
    expect(Buffer.from((await store.get(sha256)) ?? []).toString()).toBe('a shelf');
  });

  test('reports a missing bucket as a retryable fault, not as a missing object', async () => {
    const nowhere = openObjectStore(`s3://gondola-${randomUUID()}/x${parameters ?? ''}`);
    const fault = { code: 'OBJECT_STORE_FAILED', retry: true };
    await expect(nowhere.get('0'.repeat(64))).rejects.toMatchObject(fault);
    await expect(nowhere.put(bytes)).rejects.toMatchObject(fault);
    await expect(nowhere.probe()).rejects.toMatchObject(fault);
    await expect(Array.fromAsync(nowhere.list())).rejects.toMatchObject(fault);
  });
});

describe('an S3 server that does not answer', () => {
  test('is a retryable fault', async () => {
    // No process listens on port 1. The credentials are required but never sent.
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'none');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'none');
    try {
      const gone = openObjectStore(
        's3://photos?region=us-east-1&endpoint=http://127.0.0.1:1&forcePathStyle=1',
      );
      const fault = { code: 'OBJECT_STORE_FAILED', retry: true };
      await expect(gone.probe()).rejects.toMatchObject(fault);
      await expect(gone.get('0'.repeat(64))).rejects.toMatchObject(fault);
      await expect(gone.put(new Uint8Array(3))).rejects.toMatchObject(fault);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
