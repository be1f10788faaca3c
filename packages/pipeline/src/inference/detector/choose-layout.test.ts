import { expect, test } from 'vitest';
import { TierFault } from '../tier.ts';
import { chooseLayout, type LayoutHints } from './choose-layout.ts';
import type { OutputTensor } from './detector-port.ts';

const outputs = (...shapes: number[][]) =>
  new Map(shapes.map((shape, i): [string, OutputTensor] => [`output${i}`, { shape, data: [] }]));
const hints = (changes: Partial<LayoutHints['notes']> & { classes?: number } = {}): LayoutHints => {
  const { classes = null, ...notes } = changes;
  return {
    configured: undefined,
    classes,
    notes: { task: null, isEndToEnd: null, isTransformer: null, ...notes },
  };
};

test.each([
  ['YOLOv8 with 80 classes', [1, 84, 8400], hints({ classes: 80 }), 'yolov8'],
  ['YOLOv8 with one class that nobody named', [1, 5, 8400], hints(), 'yolov8'],
  ['YOLOv8 with two classes', [1, 6, 8400], hints({ classes: 2 }), 'yolov8'],
  ['YOLOv5 with 80 classes', [1, 25200, 85], hints({ classes: 80 }), 'yolov5'],
  ['YOLOv5 with one class', [1, 25200, 6], hints({ classes: 1 }), 'yolov5'],
  ['YOLOv10', [1, 300, 6], hints({ classes: 80 }), 'end-to-end'],
  ['an end-to-end model without notes', [1, 300, 6], hints(), 'end-to-end'],
  [
    'an end-to-end model with two classes that says so',
    [1, 300, 6],
    hints({ classes: 2, isEndToEnd: true }),
    'end-to-end',
  ],
  [
    'an RT-DETR with two classes that says so',
    [1, 300, 6],
    hints({ classes: 2, isTransformer: true }),
    'rtdetr-ultralytics',
  ],
  ['an RT-DETR with 80 classes', [1, 300, 84], hints({ classes: 80 }), 'rtdetr-ultralytics'],
  ['an RT-DETR with one class', [1, 300, 5], hints({ classes: 1 }), 'rtdetr-ultralytics'],
] as const)('%s is recognised by its shape', (_, shape, known, layout) => {
  expect(chooseLayout(outputs([...shape]), known)).toBe(layout);
});

test('three outputs by their names are an RT-DETR', () => {
  const named = new Map(['labels', 'boxes', 'scores'].map((name) => [name, { shape: [1, 300], data: [] }]));
  expect(chooseLayout(named, hints())).toBe('rtdetr');
});

test.each([
  ['two readings', [[1, 300, 6]], hints({ classes: 2 }), /end-to-end boxes or RT-DETR.*\[1, 300, 6\]/],
  [
    'a mask beside the boxes',
    [
      [1, 116, 8400],
      [1, 32, 160, 160],
    ],
    hints(),
    /no kind.*output1 \[1, 32, 160, 160\]/,
  ],
  ['class scores alone', [[1, 1000]], hints(), /no kind/],
  [
    'another number of classes',
    [[1, 84, 8400]],
    hints({ classes: 3 }),
    /do not fit 3 classes.*\[1, 84, 8400\]/,
  ],
  ['another task', [[1, 56, 8400]], hints({ task: 'pose' }), /task "pose"/],
  ['several photos at once', [[4, 84, 8400]], hints(), /no kind/],
])('%s is a fault of the configuration that names the shapes', (_, shapes, known, words) => {
  const choose = () => chooseLayout(outputs(...shapes), known);
  expect(choose).toThrow(TierFault);
  expect(choose).toThrow(words);
});

test('a configured layout decides', () => {
  const known = { ...hints({ classes: 2 }), configured: 'rtdetr-ultralytics' as const };
  expect(chooseLayout(outputs([1, 300, 6]), known)).toBe('rtdetr-ultralytics');
});
