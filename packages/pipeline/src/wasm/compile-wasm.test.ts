import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { compiledFileOf, compileWasm, wasmSources } from './compile-wasm.ts';

test.each(Object.entries(wasmSources))(
  'the committed module of %s is what its source compiles to',
  async (_, source) => {
    const committed = await readFile(compiledFileOf(source));
    expect(Buffer.from(await compileWasm(source)).equals(committed)).toBe(true);
  },
);
