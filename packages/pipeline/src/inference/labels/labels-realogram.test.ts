import { expect, test } from 'vitest';
import type { Planogram } from '../../planogram/model.ts';
import { plainLabels } from './labels.ts';
import { type LabelledBox, toRealogram } from './labels-realogram.ts';

const planogram: Planogram = { widthMm: 1, heightMm: 1, shelves: [], positions: [], products: [] };
const box = (changes: Partial<LabelledBox>): LabelledBox => ({
  label: 'x',
  confidence: 0.5,
  left: 0.1,
  top: 0.2,
  right: 0.3,
  bottom: 0.6,
  ...changes,
});
const read = (...boxes: LabelledBox[]) =>
  toRealogram(boxes, { labels: plainLabels, planogram, isFull: false });
const boxesOf = (...boxes: LabelledBox[]) =>
  read(...boxes).realogram.detections.map((d) => d.box.map((side) => Math.round(side * 1e6) / 1e6));

test('sides become place and size', () => {
  expect(boxesOf(box({}))).toEqual([[0.1, 0.2, 0.2, 0.4]]);
});

test('boxes are clipped to the photo', () => {
  expect(boxesOf(box({ left: -0.2, bottom: 1.7 }))).toEqual([[0, 0.2, 0.3, 0.8]]);
});

test.each([
  ['a side that is no number', { top: Number.NaN }],
  ['a confidence that is no number', { confidence: Number.NaN }],
  ['no width', { right: 0.1 }],
  ['its sides the wrong way round', { bottom: 0.1 }],
  ['no part inside the photo', { left: 1.2, right: 1.4 }],
])('a box with %s is dropped and counted', (_, changes) => {
  expect(read(box(changes), box({}))).toMatchObject({ dropped: 1, realogram: { detections: [{}] } });
  expect(read(box(changes)).realogram.detections).toEqual([]);
});

test('a full answer is marked as truncated', () => {
  const full = toRealogram([box({})], { labels: plainLabels, planogram, isFull: true });
  expect(full.realogram.truncated).toBe(true);
  expect(read(box({})).realogram.truncated).toBe(false);
});

test('a confidence beyond 1 is 1', () => {
  expect(read(box({ confidence: 1.0000001 })).realogram.detections[0]?.confidence).toBe(1);
});
