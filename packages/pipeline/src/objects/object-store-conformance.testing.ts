import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ListedObject, type ObjectStore, ObjectTooLarge } from './object-store.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Tests the contract of every object store. `open` returns a store without the objects of these tests. */
export function objectStoreConformance(open: () => Promise<ObjectStore> | ObjectStore): void {
  const photo = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);

  async function* inPieces(bytes: Uint8Array, pieceBytes: number) {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }

  test('bytes are readable under their SHA-256', async () => {
    const store = await open();
    const stored = await store.put(photo);
    expect(stored).toEqual({ sha256: sha256Of(photo), byteLength: photo.length });
    expect(Buffer.from((await store.get(stored.sha256)) ?? []).equals(photo)).toBe(true);
  });

  test('a stream of pieces and the whole bytes give the same object', async () => {
    const store = await open();
    const pieces = await store.put(inPieces(photo, 7_001));
    expect(pieces).toEqual(await store.put(photo));
    expect((await store.get(pieces.sha256))?.length).toBe(photo.length);
  });

  test('zero bytes are a valid object', async () => {
    const store = await open();
    const { sha256, byteLength } = await store.put(new Uint8Array(0));
    expect(byteLength).toBe(0);
    expect((await store.get(sha256))?.length).toBe(0);
  });

  test('an absent object is null, and so is a name that is no SHA-256', async () => {
    const store = await open();
    for (const name of ['0'.repeat(64), 'nonsense', '../../etc/passwd', '', sha256Of(photo).toUpperCase()]) {
      expect(await store.get(name)).toBeNull();
    }
  });

  test('more bytes than allowed are rejected during the transfer, and no object remains', async () => {
    const store = await open();
    let chunks = 0;
    async function* endless() {
      for (;;) {
        chunks += 1;
        yield new Uint8Array(1_000);
      }
    }
    await expect(store.put(endless(), { maxBytes: 5_500 })).rejects.toBeInstanceOf(ObjectTooLarge);
    expect(chunks).toBe(6);
    await expect(store.put(photo, { maxBytes: photo.length - 1 })).rejects.toBeInstanceOf(ObjectTooLarge);
    expect(await store.get(sha256Of(photo))).toBeNull();
    expect((await store.put(photo, { maxBytes: photo.length })).byteLength).toBe(photo.length);
  });

  test('an error of the source is thrown unchanged and no object is stored', async () => {
    const store = await open();
    const broken = new Error('connection lost');
    async function* source() {
      yield photo.subarray(0, 10);
      throw broken;
    }
    await expect(store.put(source())).rejects.toBe(broken);
    expect(await store.get(sha256Of(photo.subarray(0, 10)))).toBeNull();
  });

  test('concurrent puts of the same bytes make one object', async () => {
    const store = await open();
    const all = await Promise.all(Array.from({ length: 12 }, () => store.put(inPieces(photo, 9_999))));
    expect(new Set(all.map((stored) => stored.sha256))).toEqual(new Set([sha256Of(photo)]));
    expect((await store.get(sha256Of(photo)))?.length).toBe(photo.length);
  });

  test('bytes that are stored again stay one object, which becomes recent', async () => {
    const store = await open();
    const { sha256 } = await store.put(photo);
    const [first] = await listed(store, [sha256]);
    await store.put(photo);
    const [second, ...more] = await listed(store, [sha256]);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ sha256, byteLength: photo.length });
    expect(second?.storedAt.getTime()).toBeGreaterThanOrEqual(first?.storedAt.getTime() ?? Number.NaN);
    expect(Math.abs(Date.now() - (second?.storedAt.getTime() ?? 0))).toBeLessThan(10 * 60_000);
  });

  test('an object of many megabytes is stored in pieces', async () => {
    const store = await open();
    // More than two parts of a multipart upload, the last one incomplete.
    const pieces = 300;
    const piece = (n: number) => Buffer.alloc(70_001, n % 251);
    async function* source() {
      for (let n = 0; n < pieces; n++) yield piece(n);
    }
    const whole = Buffer.concat(Array.from({ length: pieces }, (_, n) => piece(n)));
    const stored = await store.put(source());
    expect(stored).toEqual({ sha256: sha256Of(whole), byteLength: whole.length });
    expect(whole.equals((await store.get(stored.sha256)) ?? new Uint8Array(0))).toBe(true);
    await store.delete(stored.sha256);
    expect(await store.put(whole)).toEqual(stored);
    expect(whole.equals((await store.get(stored.sha256)) ?? new Uint8Array(0))).toBe(true);
    await store.delete(stored.sha256);
  });

  test('a deleted object is absent, and deleting an absent object is no error', async () => {
    const store = await open();
    const { sha256 } = await store.put(photo);
    const { sha256: other } = await store.put(new TextEncoder().encode('another'));
    await store.delete(sha256);
    expect(await store.get(sha256)).toBeNull();
    expect(await listed(store, [sha256])).toEqual([]);
    for (const name of [sha256, 'nonsense', '../../etc/passwd', '']) await store.delete(name);
    expect(await store.get(other)).not.toBeNull();
    await store.put(photo);
    expect((await store.get(sha256))?.length).toBe(photo.length);
  });

  test('stat and list describe an object alike, and an absent object is null', async () => {
    const store = await open();
    const { sha256 } = await store.put(photo);
    const [inList] = await listed(store, [sha256]);
    const alone = await store.stat(sha256);
    // HTTP dates have whole seconds, and the list of S3 has milliseconds.
    const secondsOf = (found: ListedObject | null | undefined) =>
      found && { ...found, storedAt: Math.floor(found.storedAt.getTime() / 1000) };
    expect(secondsOf(alone)).toEqual(secondsOf(inList));
    expect(inList?.byteLength).toBe(photo.length);
    await store.delete(sha256);
    for (const name of [sha256, 'nonsense', '../../etc/passwd', ''])
      expect(await store.stat(name)).toBeNull();
  });

  test('the list contains every object once, in order of names', async () => {
    const store = await open();
    const names: string[] = [];
    for (let n = 0; n < 12; n++)
      names.push((await store.put(new TextEncoder().encode(`object ${n}`))).sha256);
    const found = await listed(store, names);
    expect(found.map((object) => object.sha256)).toEqual(names.toSorted());
    expect(new Set(found.map((object) => object.byteLength))).toEqual(new Set([8, 9]));
  });

  test('the probe of a usable store succeeds and leaves no object', async () => {
    const store = await open();
    const before = (await Array.fromAsync(store.list())).length;
    await store.probe();
    expect((await Array.fromAsync(store.list())).length).toBe(before);
  });
}

/** Returns the list entries of these objects: a shared store may contain others. */
async function listed(store: ObjectStore, names: readonly string[]): Promise<ListedObject[]> {
  const wanted = new Set(names);
  const all = await Array.fromAsync(store.list());
  return all.filter((object) => wanted.has(object.sha256));
}
