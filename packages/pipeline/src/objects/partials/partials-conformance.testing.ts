import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Partials } from './partials.ts';

/** Tests the contract of every storage of unfinished uploads. `open` returns the same storage each time. */
export function partialsConformance(open: () => Partials): void {
  const photo = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * i) % 251);

  async function* inPieces(bytes: Uint8Array) {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  }
  const bytesOf = async (partials: Partials, id: string) =>
    Buffer.concat(await Array.fromAsync(partials.read(id)));

  test('bytes of several transfers are read as one', async () => {
    const [partials, id] = [open(), randomUUID()];
    expect(await partials.size(id)).toBe(0);
    expect(await partials.append(id, 0, inPieces(photo.subarray(0, 1_400_000)))).toBe(1_400_000);
    expect(await partials.size(id)).toBe(1_400_000);
    expect(await partials.append(id, 1_400_000, inPieces(photo.subarray(1_400_000)))).toBe(photo.length);
    expect((await bytesOf(partials, id)).equals(photo)).toBe(true);
    expect(await Array.fromAsync(partials.list())).toContain(id);
    await partials.remove(id);
    await partials.remove(id);
    expect(await partials.size(id)).toBe(0);
    expect(await Array.fromAsync(partials.read(id))).toEqual([]);
    expect(await Array.fromAsync(partials.list())).not.toContain(id);
  });

  test('the bytes before a broken transfer are retained', async () => {
    const [partials, id] = [open(), randomUUID()];
    const broken = new Error('connection lost');
    async function* breakingOff() {
      yield* inPieces(photo.subarray(0, 100_000));
      throw broken;
    }
    await expect(partials.append(id, 0, breakingOff())).rejects.toBe(broken);
    expect(await partials.size(id)).toBe(100_000);
    expect(await partials.append(id, 100_000, inPieces(photo.subarray(100_000)))).toBe(photo.length);
    expect((await bytesOf(partials, id)).equals(photo)).toBe(true);
    await partials.remove(id);
  });

  test('uploads are independent, and a transfer of no bytes leaves no upload', async () => {
    const partials = open();
    const [one, other] = [randomUUID(), randomUUID()];
    await partials.append(one, 0, inPieces(photo.subarray(0, 10)));
    await partials.append(other, 0, inPieces(photo.subarray(10, 30)));
    expect([await partials.size(one), await partials.size(other)]).toEqual([10, 20]);
    await partials.remove(one);
    expect((await bytesOf(partials, other)).equals(Buffer.from(photo.subarray(10, 30)))).toBe(true);
    await partials.remove(other);
    expect(await partials.size(other)).toBe(0);
  });
}
