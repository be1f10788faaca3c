import { afterAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { detectorSettingsSchema } from '../../detector/detector-settings.ts';
import { openDetector } from '../../detector/open-detector.ts';
import { blocksOn, colourNotes, green, red } from './graphs/colour-shelf.testing.ts';
import { openModelFolder } from './graphs/model-folder.testing.ts';
import type { Constant, OnnxGraph } from './graphs/onnx-graph.testing.ts';
import { colourDetector, constantModel, sizedModel } from './graphs/small-graphs.testing.ts';
import { openOrtModel } from './ort-model.ts';

const folder = openModelFolder();
afterAll(() => folder.remove());

let models = 0;
async function open(
  graph: OnnxGraph,
  notes: Record<string, string> = {},
  settings: z.input<typeof detectorSettingsSchema> = {},
) {
  models += 1;
  const path = await folder.put(`${models}.onnx`, graph);
  const { description, run } = await openOrtModel(path, new Map(Object.entries(notes)), 1);
  return openDetector(description, detectorSettingsSchema.parse(settings), run);
}

const floats = (shape: number[], values: number[]): Constant => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => values[i] ?? 0),
});

/** Twice as wide as high: in the 64 x 64 of the model it fills the middle half, or all of it when stretched. */
const wide = blocksOn(96, 48, []);
const rounded = (boxes: readonly { left: number; top: number; right: number; bottom: number }[]) =>
  boxes.map(({ left, top, right, bottom }) =>
    [left, top, right, bottom].map((n) => Math.round(n * 1e4) / 1e4),
  );

test('YOLOv8: rows of sides and scores, letterboxed, repeated boxes go', async () => {
  // Three columns: a box, the same shifted by a pixel, and one below the threshold.
  const detector = await open(
    constantModel({
      output0: floats(
        [1, 6, 12],
        [
          ...[32, 33, 10],
          ...Array<number>(9).fill(0),
          ...[32, 32, 40],
          ...Array<number>(9).fill(0),
          ...[32, 32, 8],
          ...Array<number>(9).fill(0),
          ...[16, 16, 8],
          ...Array<number>(9).fill(0),
          ...[0.1, 0.2, 0.1],
          ...Array<number>(9).fill(0),
          ...[0.9, 0.8, 0.2],
          ...Array<number>(9).fill(0),
        ],
      ),
    }),
    { names: "['a', 'b']" },
  );
  expect(detector.layout).toBe('yolov8');
  const { boxes, isFull } = await detector.detect(wide);
  expect(rounded(boxes)).toEqual([[0.25, 0.25, 0.75, 0.75]]);
  expect(boxes[0]).toMatchObject({ classIndex: 1, score: expect.closeTo(0.9) });
  expect(isFull).toBe(false);
});

test('YOLOv5: objectness times class score', async () => {
  const rows = Array.from({ length: 1008 }, (_, i) =>
    i === 7
      ? [32, 32, 32, 16, 0.8, 0.1, 0.5]
      : i === 9
        ? [8, 32, 8, 8, 0.4, 0.5, 0.1]
        : [0, 0, 0, 0, 0, 0, 0],
  );
  const detector = await open(constantModel({ output: floats([1, 1008, 7], rows.flat()) }), {
    names: "['a', 'b']",
  });
  expect(detector.layout).toBe('yolov5');
  const { boxes } = await detector.detect(wide);
  expect(rounded(boxes)).toEqual([[0.25, 0.25, 0.75, 0.75]]);
  expect(boxes[0]).toMatchObject({ classIndex: 1, score: expect.closeTo(0.4) });
});

test('end-to-end: corners in input pixels, zeros are padding, and a full table is reported', async () => {
  const row = [16, 24, 48, 40, 0.9, 2];
  const padded = await open(constantModel({ output0: floats([1, 3, 6], row) }), colourNotes);
  expect(padded.layout).toBe('end-to-end');
  const found = await padded.detect(wide);
  expect(rounded(found.boxes)).toEqual([[0.25, 0.25, 0.75, 0.75]]);
  expect(found).toMatchObject({ isFull: false, boxes: [{ classIndex: 2 }] });

  const rows = [0, 1, 2].flatMap((i) => [i * 20, 24, i * 20 + 10, 40, 0.9, 0]);
  const full = await open(constantModel({ output0: floats([1, 3, 6], rows) }), colourNotes);
  expect(await full.detect(wide)).toMatchObject({ isFull: true, boxes: { length: 3 } });
  const strict = await open(constantModel({ output0: floats([1, 3, 6], rows) }), colourNotes, {
    minConfidence: 0.95,
  });
  expect(await strict.detect(wide)).toEqual({ isFull: false, boxes: [] });
});

test('RT-DETR by Ultralytics: shares of a stretched photo', async () => {
  const rows = [0.5, 0.5, 0.5, 0.25, 0.1, 0.7, 0.2, ...[0.5, 0.5, 0.5, 0.25, 0.1, 0.1, 0.1]];
  const detector = await open(constantModel({ output0: floats([1, 300, 7], rows) }), colourNotes);
  expect(detector.layout).toBe('rtdetr-ultralytics');
  const { boxes, isFull } = await detector.detect(wide);
  expect(rounded(boxes)).toEqual([[0.25, 0.375, 0.75, 0.625]]);
  expect(boxes[0]).toMatchObject({ classIndex: 1, score: expect.closeTo(0.7) });
  expect(isFull).toBe(false);
});

test('RT-DETR with the size as an input: width first, boxes in that size', async () => {
  const detector = await open(sizedModel(96, 64));
  expect(detector.layout).toBe('rtdetr');
  const { boxes, isFull } = await detector.detect(wide);
  expect(rounded(boxes)).toEqual([[0.25, 0.25, 0.75, 0.75]]);
  expect(boxes[0]).toMatchObject({ classIndex: 1 });
  expect(isFull).toBe(true);
});

const frame = blocksOn(64, 64, [
  { x: 8, y: 16, width: 8, height: 8, colour: red },
  { x: 40, y: 24, width: 8, height: 8, colour: green },
]);
const expectedShares = [
  [6, 14, 18, 26],
  [38, 22, 50, 34],
].map((sides) => sides.map((side) => side / 64));

test.each([
  ['float32', {}],
  ['float16', { type: 'float16' }],
  ['uint8', { type: 'uint8' }],
  ['float32 with a free batch and free sides', { inputShape: ['batch', 3, 'height', 'width'] }],
] as const)('an input of %s sees the same', async (_, options) => {
  const detector = await open(colourDetector(options), { ...colourNotes, imgsz: '[64, 64]' });
  const { boxes } = await detector.detect(frame);
  expect(boxes.map(({ left, top, right, bottom }) => [left, top, right, bottom])).toEqual(expectedShares);
  expect(boxes.map(({ classIndex }) => classIndex)).toEqual([0, 1]);
});

test('a large photo is split into tiles: every object once, in its place', async () => {
  const blocks = Array.from({ length: 40 }, (_, i) => ({
    x: 8 + (i % 8) * 32,
    y: 8 + Math.floor(i / 8) * 32,
    width: 8,
    height: 8,
    colour: i % 3 === 0 ? red : green,
  }));
  const shelf = blocksOn(256, 160, blocks);
  const detector = await open(colourDetector(), colourNotes, { minConfidence: 0.2, maxIou: 0.2 });
  const { boxes } = await detector.detect(shelf);
  const middles = boxes
    .map(({ left, top, right, bottom }) => [((left + right) / 2) * 256, ((top + bottom) / 2) * 160])
    .sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0) || (a[0] ?? 0) - (b[0] ?? 0));
  for (const { x, y } of blocks) {
    const near = middles.filter(([u = 0, v = 0]) => Math.abs(u - x - 4) <= 8 && Math.abs(v - y - 4) <= 8);
    expect(near, `at ${x},${y}`).toHaveLength(1);
  }
  expect(boxes).toHaveLength(blocks.length);
  const whole = await open(colourDetector(), colourNotes, { tiling: false });
  // At a quarter of the size the blocks are smaller than a cell.
  expect((await whole.detect(shelf)).boxes.length).toBeLessThan(blocks.length / 2);
});

test('an input of another kind is refused with a clear message', async () => {
  const graph = constantModel({ output0: floats([1, 3, 6], []) });
  const inputs = [{ name: 'x', type: 'float32', shape: [1, 4, 64, 64] }] as const;
  await expect(open({ ...graph, inputs }, colourNotes)).rejects.toThrow(
    "the image must have three channels; the model's inputs are x float32 [1, 4, 64, 64]",
  );
});

test('a mismatch of names and classes is a configuration fault', async () => {
  await expect(open(colourDetector(), {}, { layout: 'yolov8', classNames: ['a'] })).rejects.toThrow(
    'the model has 3 classes, and 1 are named',
  );
});
