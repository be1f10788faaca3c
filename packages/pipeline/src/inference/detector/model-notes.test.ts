import { expect, test } from 'vitest';
import { readModelNotes, readNames } from './model-notes.ts';

test('names are read as Python and JSON write them', () => {
  expect(readNames(`{0: 'cola', 1: "shepherd's pie", 2: 'it\\'s', 3: 'M\\xfcsli'}`)).toEqual([
    'cola',
    "shepherd's pie",
    "it's",
    'Müsli',
  ]);
  expect(readNames('{"0": "cola", "2": "gap"}')).toEqual(['cola', 'class 1', 'gap']);
  expect(readNames('["cola", "gap"]')).toEqual(['cola', 'gap']);
});

test.each(['', 'cola', '{}', '{0: cola}', "{0: 'cola'", "{999999999: 'x'}", '[1, 2]'])(
  '%j is no list of names',
  (text) => {
    expect(readNames(text)).toBeNull();
  },
);

test('the notes of an exporter contain task, size and kind', () => {
  const notes = new Map([
    ['description', 'Ultralytics YOLO11n model trained on shelf.yaml'],
    ['task', 'detect'],
    ['imgsz', '[480, 640]'],
    ['args', "{'batch': 1, 'nms': True}"],
  ]);
  expect(readModelNotes(notes)).toEqual({
    classNames: null,
    task: 'detect',
    isEndToEnd: true,
    inputSize: { width: 640, height: 480 },
    isTransformer: false,
  });
  expect(readModelNotes(new Map([['description', 'Ultralytics RT-DETR-l model']])).isTransformer).toBe(true);
  expect(readModelNotes(new Map([['end2end', 'False']])).isEndToEnd).toBe(false);
  expect(readModelNotes(new Map())).toMatchObject({ isEndToEnd: null, inputSize: null, isTransformer: null });
});
