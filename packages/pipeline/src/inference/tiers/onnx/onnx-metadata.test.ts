import { open, writeFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { openModelFolder } from './graphs/model-folder.testing.ts';
import { colourDetector } from './graphs/small-graphs.testing.ts';
import { readOnnxMetadata } from './onnx-metadata.ts';

const folder = openModelFolder();
afterAll(() => folder.remove());

async function read(path: string) {
  const file = await open(path);
  try {
    return await readOnnxMetadata(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

test('the notes of an exporter are read past the weights', async () => {
  const notes = { names: "{0: 'Müsli'}", stride: '32', long: 'x'.repeat(5000) };
  expect(Object.fromEntries(await read(await folder.put('noted.onnx', colourDetector(), notes)))).toEqual(
    notes,
  );
  expect(await read(await folder.put('bare.onnx', colourDetector()))).toEqual(new Map());
});

test.each(['', 'not a model', '\xff'.repeat(50), '\x72\x7f'])('%j has no notes', async (text) => {
  const path = folder.pathOf('other');
  await writeFile(path, Buffer.from(text, 'latin1'));
  expect(await read(path)).toEqual(new Map());
});
