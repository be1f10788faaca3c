import { hasRealData, readReal } from '@gondola/testkit/real-data';
import { expect, test } from 'vitest';
import { decodePhoto } from '../../../../images/decode/decode-photo.ts';
import type { Frame } from '../../../../images/frame.ts';
import { blank, drawnBay } from '../drawn-bay.testing.ts';
import { ean13Frame } from './codes.testing.ts';
import { detectShelfEdges } from './detect-shelf-edges.ts';
import { readCodes } from './read-codes.ts';

const { planogram } = drawnBay();
const gtin = '04006381333931';
const known = {
  ...planogram,
  products: planogram.products.map((p, i) => (i === 0 ? { ...p, gtin } : p)),
};
const pxPerMm = 4;
const shareOfBay = [1 / planogram.widthMm, 0, 0, 0, 1 / planogram.heightMm, 0, 0, 0, 1];

/** A plain lip with tags at these millimetres of the bottom shelf. */
function lipsWith(tags: readonly number[], tag: Frame): Frame {
  const frame = blank(planogram.widthMm * pxPerMm, planogram.heightMm * pxPerMm, [225, 225, 220]);
  for (const xMm of tags)
    for (let y = 0; y < tag.height; y++)
      frame.data.set(
        tag.data.subarray(y * tag.width * 3, (y + 1) * tag.width * 3),
        ((600 * pxPerMm + 8 + y) * frame.width + xMm * pxPerMm) * 3,
      );
  return frame;
}

test('price tags on a lip are counted, and a plain lip has none', async () => {
  const edges = await detectShelfEdges(
    known,
    lipsWith([20, 110, 200, 380], ean13Frame(gtin.slice(1), 2, 100)),
    shareOfBay,
  );
  expect(edges.map(({ shelfNumber, tags }) => [shelfNumber, tags])).toEqual([
    [1, 4],
    [2, 0],
    [3, 0],
  ]);
  expect(edges[0]?.tagsPerMetre).toBeCloseTo(4 / 0.57, 1);
});

test('a code on a lip names the product and the position above, and where it is', async () => {
  const edges = await detectShelfEdges(known, lipsWith([205], ean13Frame(gtin.slice(1), 2, 100)), shareOfBay);
  expect(edges[0]?.codes).toMatchObject([{ text: '4006381333931', productId: 'p0', positionId: '1-2' }]);
  const [x = 0, y = 0] = edges[0]?.codes[0]?.box ?? [];
  expect(x).toBeGreaterThan(205 / 570);
  expect(x).toBeLessThan(215 / 570);
  expect(y).toBeGreaterThan(600 / 640);
});

test('a lip out of view has neither tags nor codes', async () => {
  const frame = lipsWith([20], ean13Frame(gtin.slice(1), 2, 100));
  const below = [1 / planogram.widthMm, 0, 0, 0, 1 / planogram.heightMm, 2, 0, 0, 1];
  expect(await detectShelfEdges(known, frame, below)).toEqual(
    [1, 2, 3].map((shelfNumber) => ({ shelfNumber, tags: null, tagsPerMetre: null, codes: [] })),
  );
});

test('a code with a wrong check digit is not read', async () => {
  expect(await readCodes(ean13Frame('4006381333932', 2, 60))).toEqual([]);
  expect(await readCodes(blank(1, 1, [0]))).toEqual([]);
});

test.skipIf(!hasRealData)(
  `most real bar codes are read and none is misread${hasRealData ? '' : ': no real data'}`,
  async () => {
    const manifest = JSON.parse(Buffer.from(await readReal('barcodes-zxing/manifest.json')).toString()) as {
      entries: { file: string; expected?: string | null }[];
    };
    const named = manifest.entries.filter((e) => e.expected && e.file.startsWith('ean13-1/'));
    let right = 0;
    for (const { file, expected } of named) {
      const codes = await readCodes((await decodePhoto(await readReal(`barcodes-zxing/${file}`))).frame);
      expect(codes.map(({ text }) => text).filter((text) => text !== expected)).toEqual([]);
      if (codes.length > 0) right++;
    }
    expect(right).toBeGreaterThan(0.6 * named.length);
  },
  60_000,
);
