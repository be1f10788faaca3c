import { afterAll, expect, test } from 'vitest';
import type { Frame } from '../../../../images/frame.ts';
import {
  blocksOn,
  blue,
  colourNotes,
  green,
  planogramOf,
  product,
  red,
} from '../graphs/colour-shelf.testing.ts';
import { openModelFolder } from '../graphs/model-folder.testing.ts';
import { colourDetector, colourEmbedder } from '../graphs/small-graphs.testing.ts';
import type { OnnxConfig } from '../onnx-settings.ts';
import { createOnnxTier, type OnnxTier } from '../onnx-tier.ts';
import { matchCrop } from './gallery.ts';
import { openEmbedder } from './open-embedder.ts';

const folder = openModelFolder();
const modelPath = await folder.put('things.onnx', colourDetector(), colourNotes);
const embedderPath = await folder.put('embedder.onnx', colourEmbedder());
const tiers: OnnxTier[] = [];
const open = async (
  embedder: Partial<NonNullable<OnnxConfig['embedder']>> = {},
  config: Partial<OnnxConfig> = {},
) => {
  const tier = await createOnnxTier({
    modelPath,
    hosts: 1,
    detector: { classAgnostic: true, labels: { gapLabels: ['blue'] } },
    embedder: { path: embedderPath, ...embedder },
    ...config,
  });
  tiers.push(tier);
  return tier;
};
afterAll(async () => {
  await Promise.all(tiers.map((tier) => tier.stop()));
  await folder.remove();
});

const plain = (colour: readonly [number, number, number]): Frame =>
  blocksOn(20, 30, [{ x: 0, y: 0, width: 20, height: 30, colour }]);
const photo = blocksOn(64, 64, [
  { x: 0, y: 0, width: 24, height: 24, colour: red },
  { x: 40, y: 0, width: 24, height: 24, colour: green },
  { x: 0, y: 40, width: 24, height: 24, colour: blue },
]);
const planogram = planogramOf([
  product('p-red', '1', 'Red'),
  product('p-green', '2', 'Green'),
  product('p-none', '3', 'None'),
]);
const signal = () => new AbortController().signal;
const references = new Map([
  ['p-red', [plain(red)]],
  ['p-green', [plain([0, 200, 0]), plain(green)]],
  ['p-of-another-bay', [plain(blue)]],
]);
const middles = {
  detector: { minConfidence: 0.9, maxIou: 0.05, classAgnostic: true, labels: { gapLabels: ['blue'] } },
};

test('crops are identified by the nearest reference image, gaps and unknown products are not', async () => {
  const tier = await open({}, middles);
  const { detections } = await tier.detect({ frame: photo, planogram, references }, signal());
  const at = (x: number, y: number) =>
    detections.filter(
      ({ box: [left, top, width, height] }) =>
        left <= x && x <= left + width && top <= y && y <= top + height,
    );
  const [redOne, greenOne, gap] = [at(5 / 64, 5 / 64)[0], at(59 / 64, 5 / 64)[0], at(5 / 64, 59 / 64)[0]];
  expect(redOne).toMatchObject({ kind: 'product', productId: 'p-red', identified: true });
  expect(redOne?.candidates.map(({ productId }) => productId)).toEqual(['p-red', 'p-green']);
  expect(redOne?.candidates[0]?.score).toBeGreaterThan(0.95);
  expect(greenOne).toMatchObject({ productId: 'p-green', identified: true });
  expect(gap).toMatchObject({ kind: 'gap', productId: null, candidates: [] });
  expect(tier.model.id).toMatch(/^things@[0-9a-f]{8}\+embedder@[0-9a-f]{8}$/);
});

test('without reference images, and when two products are alike, the product stays undecided', async () => {
  const tier = await open({}, middles);
  const bare = await tier.detect({ frame: photo, planogram, references: new Map() }, signal());
  expect(bare.detections.filter(({ kind }) => kind === 'product')).not.toHaveLength(0);
  for (const { kind, productId, identified } of bare.detections)
    expect([productId, identified]).toEqual([null, kind === 'gap']);

  const twins = new Map([
    ['p-red', [plain(red)]],
    ['p-green', [plain(red)]],
  ]);
  const { detections } = await tier.detect({ frame: photo, planogram, references: twins }, signal());
  const [twin] = detections.filter(({ candidates }) => (candidates[0]?.score ?? 0) > 0.95);
  expect(twin).toMatchObject({ productId: null, identified: false, candidates: { length: 2 } });
});

test('a crop without a match is an unknown product only when every product has a reference image', () => {
  const gallery = { productIds: ['a'], owners: [0], vectors: [Float32Array.of(1, 0)] };
  const rules = { minSimilarity: 0.6, minLead: 0.02 };
  const match = (isComplete: boolean) => matchCrop(Float32Array.of(0, 1), { ...gallery, isComplete }, rules);
  expect(match(true)).toMatchObject({ productId: null, identified: true });
  expect(match(false)).toMatchObject({ productId: null, identified: false });
});

test('crops go through the model in batches, also one of a fixed batch', async () => {
  const { openOrtModel } = await import('../ort-model.ts');
  const { embedderSettingsSchema } = await import('../onnx-settings.ts');
  const settings = embedderSettingsSchema.parse({
    path: 'x',
    batchSize: 4,
    inputSize: { width: 16, height: 16 },
  });
  const crops = Array.from({ length: 11 }, (_, i) => {
    const frame = plain([i * 20, 255 - i * 20, 128]);
    return { frame, window: { x: 0, y: 0, width: frame.width, height: frame.height } };
  });
  const vectorsBy = async (batch: number | string) => {
    const path = await folder.put(`batch-${batch}.onnx`, colourEmbedder(batch));
    const { description, run } = await openOrtModel(path, new Map(), 1);
    const batches: number[] = [];
    const vectors = await openEmbedder(description, settings, (inputs) => {
      batches.push(...[...inputs.values()].map(({ shape }) => shape[0] ?? 0));
      return run(inputs);
    }).embed(crops);
    return { vectors, batches };
  };
  const free = await vectorsBy('batch');
  expect(free.batches).toEqual([4, 4, 3]);
  const fixed = await vectorsBy(2);
  expect(fixed.batches).toEqual([2, 2, 2, 2, 2, 2]);
  expect(fixed.vectors).toHaveLength(11);
  for (const [i, vector] of free.vectors.entries()) {
    expect(Math.hypot(...vector)).toBeCloseTo(1);
    expect([...(fixed.vectors[i] ?? [])]).toEqual(
      [...vector].map((value) => expect.closeTo(value, 5) as number),
    );
  }
});
