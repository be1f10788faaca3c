import { mkdtemp, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { objectStoreConformance } from './conformance.ts';
import { createFileObjectStore } from './file-object-store.ts';
import { ObjectDamaged } from './object-store.ts';
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

describe('a store on the local disk', () => {
  objectStoreConformance(async () => createFileObjectStore(await emptyFolder()));

  test('keeps an object two folders deep and no temporary file', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    expect(await readdir(path.dirname(fileOf(root, sha256)))).toEqual([sha256]);
    expect(await readdir(path.join(root, 'incoming'))).toEqual([]);
  });

  test('is read by another process that opens the same folder', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    expect(await openObjectStore(`file:${root}`).get(sha256)).toEqual(Buffer.from(bytes));
  });

  test('sweeps what a dead writer left, once it is older than an hour', async () => {
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

  test('says that an object rotted instead of giving other bytes, and a second put heals it', async () => {
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

  test('lists objects alone, not what else lies in its folder', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    await writeFile(path.join(root, 'incoming', 'half'), bytes);
    await writeFile(path.join(root, 'notes'), bytes);
    await writeFile(path.join(path.dirname(fileOf(root, sha256)), '0'.repeat(64)), bytes);
    expect((await Array.fromAsync(store.list())).map((object) => object.sha256)).toEqual([sha256]);
  });

  test('calls trouble with the disk a fault that may be retried', async () => {
    const root = await emptyFolder();
    const store = createFileObjectStore(root);
    const { sha256 } = await store.put(bytes);
    await rm(fileOf(root, sha256));
    // A missing folder fails for every user, root as well.
    await rm(path.join(root, 'incoming'), { recursive: true });
    await expect(store.put(bytes)).rejects.toMatchObject({ code: 'OBJECT_STORE_FAILED', retry: true });
    await expect(store.probe()).rejects.toMatchObject({ code: 'OBJECT_STORE_FAILED', retry: true });
  });

  test('refuses to open below something that is no folder', async () => {
    const root = await emptyFolder();
    await writeFile(path.join(root, 'a-file'), bytes);
    expect(() => createFileObjectStore(path.join(root, 'a-file'))).toThrow(/EEXIST|ENOTDIR/);
  });
});

describe('the name of a store', () => {
  test('may be a relative path, an absolute path or a file URL', async () => {
    const root = await emptyFolder();
    const { sha256 } = await createFileObjectStore(root).put(bytes);
    for (const spec of [`file:${path.relative(process.cwd(), root)}`, `file:${root}`, `file://${root}`]) {
      expect((await openObjectStore(spec).get(sha256))?.length).toBe(bytes.length);
    }
  });

  test('of another kind is refused without repeating its secrets', () => {
    expect(() => openObjectStore('gs://key:secret@bucket')).toThrow('"gs:" is not known');
    expect(() => openObjectStore('gs://key:secret@bucket')).not.toThrow(/secret/);
    expect(() => openObjectStore('photos')).toThrow('there is no scheme');
    expect(() => openObjectStore('file:')).toThrow('the path is missing');
  });
});
