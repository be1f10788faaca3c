import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type ObjectStore, ObjectTooLarge } from './object-store.ts';

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What every object store holds to. `open` gives a store that is empty of the objects used here. */
export function objectStoreConformance(open: () => Promise<ObjectStore> | ObjectStore): void {
  const photo = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251);

  async function* inPieces(bytes: Uint8Array, pieceBytes: number) {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }

  test('bytes come back under their SHA-256', async () => {
    const store = await open();
    const stored = await store.put(photo);
    expect(stored).toEqual({ sha256: sha256Of(photo), byteLength: photo.length });
    expect(Buffer.from((await store.get(stored.sha256)) ?? []).equals(photo)).toBe(true);
  });

  test('a stream of pieces and the whole give the same object', async () => {
    const store = await open();
    const pieces = await store.put(inPieces(photo, 7_001));
    expect(pieces).toEqual(await store.put(photo));
    expect((await store.get(pieces.sha256))?.length).toBe(photo.length);
  });

  test('no bytes are an object too', async () => {
    const store = await open();
    const { sha256, byteLength } = await store.put(new Uint8Array(0));
    expect(byteLength).toBe(0);
    expect((await store.get(sha256))?.length).toBe(0);
  });

  test('an object that is not there is null, and so is a name that is no SHA-256', async () => {
    const store = await open();
    for (const name of ['0'.repeat(64), 'nonsense', '../../etc/passwd', '', sha256Of(photo).toUpperCase()]) {
      expect(await store.get(name)).toBeNull();
    }
  });

  test('more bytes than allowed are refused while they come, and leave nothing behind', async () => {
    const store = await open();
    let asked = 0;
    async function* endless() {
      for (;;) {
        asked += 1;
        yield new Uint8Array(1_000);
      }
    }
    await expect(store.put(endless(), { maxBytes: 5_500 })).rejects.toBeInstanceOf(ObjectTooLarge);
    expect(asked).toBe(6);
    await expect(store.put(photo, { maxBytes: photo.length - 1 })).rejects.toBeInstanceOf(ObjectTooLarge);
    expect(await store.get(sha256Of(photo))).toBeNull();
    expect((await store.put(photo, { maxBytes: photo.length })).byteLength).toBe(photo.length);
  });

  test('what the source throws comes through untouched and stores nothing', async () => {
    const store = await open();
    const broken = new Error('the line went dead');
    async function* source() {
      yield photo.subarray(0, 10);
      throw broken;
    }
    await expect(store.put(source())).rejects.toBe(broken);
    expect(await store.get(sha256Of(photo.subarray(0, 10)))).toBeNull();
  });

  test('many at once that store the same bytes make one object', async () => {
    const store = await open();
    const all = await Promise.all(Array.from({ length: 12 }, () => store.put(inPieces(photo, 9_999))));
    expect(new Set(all.map((stored) => stored.sha256))).toEqual(new Set([sha256Of(photo)]));
    expect((await store.get(sha256Of(photo)))?.length).toBe(photo.length);
  });
}
