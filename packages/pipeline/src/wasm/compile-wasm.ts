/*
 * Compiles the AssemblyScript of this package. Run as a script (`npm run build:wasm`) it writes each module beside its
 * source; tests compile again and compare, so that no committed module goes stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import asc from 'assemblyscript/asc';

export interface WasmSource {
  /** An `.as` file; its module lies beside it and ends in `.wasm`. */
  file: URL;
  /** Pages of 64 kB at the start, and at most. */
  memoryPages: { initial: number; maximum: number };
}

export const wasmSources = {
  // 0.6 MB: four rows of the widest photo and a strip.
  measureRows: {
    file: new URL('../images/measure/measure-rows.as', import.meta.url),
    memoryPages: { initial: 9, maximum: 9 },
  },
  // A rectified bay takes 15 MB at most, its templates some megabytes more; past a gigabyte something is wrong.
  windowDot: {
    file: new URL('../inference/tiers/heuristic/pixels/window-dot.as', import.meta.url),
    memoryPages: { initial: 1, maximum: 16_384 },
  },
} satisfies Record<string, WasmSource>;

/** The compiler takes no other file ending, which would put the source before TypeScript and its linters. */
const nameForCompiler = 'source.ts';

export async function compileWasm({ file, memoryPages }: WasmSource): Promise<Uint8Array> {
  const text = await readFile(file, 'utf8');
  let output: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      nameForCompiler,
      ...[
        '--outFile',
        'out.wasm',
        '-O3',
        '--converge',
        '--noAssert',
        '--runtime',
        'stub',
        '--enable',
        'simd',
      ],
      ...['--initialMemory', String(memoryPages.initial), '--maximumMemory', String(memoryPages.maximum)],
    ],
    {
      readFile: (name) => (name === nameForCompiler ? text : null),
      writeFile: (_, contents) => {
        if (typeof contents !== 'string') output = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || output === null) throw new Error(`${file.pathname} does not compile: ${stderr.toString()}`);
  return output;
}

export const compiledFileOf = ({ file }: WasmSource): URL => new URL(file.href.replace(/\.as$/, '.wasm'));

if (import.meta.main)
  for (const source of Object.values(wasmSources))
    await writeFile(compiledFileOf(source), await compileWasm(source));
