/*
 * Compiles measure-rows.as. Run as a script (`npm run build:wasm`) it writes the module beside the source; the test
 * compiles again and compares, so that the committed module cannot go stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

const source = new URL('./measure-rows.as', import.meta.url);
const compiled = new URL('./measure-rows.wasm', import.meta.url);

/** The compiler takes no other file ending, which would put the source before TypeScript and its linters. */
const nameForCompiler = 'measure-rows.ts';

export async function compileMeasureRows(): Promise<Uint8Array> {
  const text = await readFile(source, 'utf8');
  let output: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      nameForCompiler,
      ...['--outFile', 'measure-rows.wasm', '-O3', '--converge', '--noAssert', '--runtime', 'stub'],
      // 0.6 MB: four rows of the widest photo and a strip.
      ...['--enable', 'simd', '--initialMemory', '9', '--maximumMemory', '9'],
    ],
    {
      readFile: (name) => (name === nameForCompiler ? text : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') output = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || output === null) throw new Error(`measure-rows.as does not compile: ${stderr.toString()}`);
  return output;
}

if (import.meta.main) await writeFile(compiled, await compileMeasureRows());
