import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createFileObjectStore } from './file-object-store.ts';
import { ObjectDamaged } from './object-store.ts';
import { objectStoreConformance } from './object-store-conformance.testing.ts';
import { openObjectStore } from './open-object-store.ts';

const folders: string[] = [];
async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gondola-objects-'));
  folders.push(folder);
  return folder;
}
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

const bytes = new TextEncoder().encode('a shelf');
const fileOf = (root: string, sha256: string) =>
  path.join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

describe('an object store on the local disk', () => {
  objectStoreConformance(async () => createFileObjectStore(await emptyFolder()));

  test('stores an object two folders deep and leaves no temporary file', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    expect(await readdir(path.dirname(fileOf(root, sha256)))).toEqual([sha256]);
    expect(await readdir(path.join(root, 'incoming'))).toEqual([]);
  });

  test('shares its objects with another process that opens the same folder', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    expect(await openObjectStore(`file:${root}`).get(sha256)).toEqual(Buffer.from(bytes));
  });

  test('removes the temporary file of a dead writer after an hour', async () => {
    const root = await emptyFolder();
    createFileObjectStore(root);
    const incoming = path.join(root, 'incoming');
    for (const [name, ageMinutes] of [
      ['dead', 61],
      ['alive', 59],
    ] as const) {
      await writeFile(path.join(incoming, name), bytes);
      const then = new Date(Date.now() - ageMinutes * 60_000);
      await utimes(path.join(incoming, name), then, then);
    }
    createFileObjectStore(root);
    expect(await readdir(incoming)).toEqual(['alive']);
  });

  test('reports a damaged object instead of returning other bytes, and a second put repairs it', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    await truncate(fileOf(root, sha256), 3);
    await expect(store.get(sha256)).rejects.toBeInstanceOf(ObjectDamaged);
    await store.put(bytes);
    expect(await store.get(sha256)).toEqual(Buffer.from(bytes));
    await writeFile(fileOf(root, sha256), 'a shElf');
    await expect(store.get(sha256)).rejects.toBeInstanceOf(ObjectDamaged);
    await store.put(bytes);
    expect(await store.get(sha256)).toEqual(Buffer.from(bytes));
  });

  test('makes an old object recent when the same bytes are stored again', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    const old = new Date('2020-01-01T00:00:00Z');
    await utimes(fileOf(root, sha256), old, old);
    expect((await Array.fromAsync(store.list()))[0]?.storedAt).toEqual(old);
    await store.put(bytes);
    expect((await Array.fromAsync(store.list()))[0]?.storedAt).not.toEqual(old);
  });

  test('lists objects only, no other files of its folder', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    await writeFile(path.join(root, 'incoming', 'half'), bytes);
    await writeFile(path.join(root, 'notes'), bytes);
    await writeFile(path.join(path.dirname(fileOf(root, sha256)), '0'.repeat(64)), bytes);
    expect((await Array.fromAsync(store.list())).map((object) => object.sha256)).toEqual([sha256]);
  });

  test('reports a disk error as a retryable fault', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    await rm(fileOf(root, sha256));
    // A missing folder fails for every user, root as well.
    await rm(path.join(root, 'incoming'), { recursive: true });
    await expect(store.put(bytes)).rejects.toMatchObject({ code: 'OBJECT_STORE_FAILED', retry: true });
    await expect(store.probe()).rejects.toMatchObject({ code: 'OBJECT_STORE_FAILED', retry: true });
  });

  test('rejects a path below a file', async () => {
    const root = await emptyFolder();
    await writeFile(path.join(root, 'a-file'), bytes);
    expect(() => createFileObjectStore(path.join(root, 'a-file'))).toThrow(/EEXIST|ENOTDIR/);
  });
});

describe('the specification of an object store', () => {
  test('may be a relative path, an absolute path or a file URL', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    for (const spec of [`file:${path.relative(process.cwd(), root)}`, `file:${root}`, `file://${root}`]) {
      expect((await openObjectStore(spec).get(sha256))?.length).toBe(bytes.length);
    }
  });

  test('of another kind is rejected without its secrets in the message', () => {
    expect(() => openObjectStore('gs://key:secret@bucket')).toThrow('"gs:" is not known');
    expect(() => openObjectStore('gs://key:secret@bucket')).not.toThrow(/secret/);
    expect(() => openObjectStore('photos')).toThrow('there is no scheme');
    expect(() => openObjectStore('file:')).toThrow('the path is missing');
  });
});
