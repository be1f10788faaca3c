import { mkdtempSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OnnxGraph, writeOnnx } from './onnx-graph.testing.ts';

/** A folder of generated models. */
export interface ModelFolder {
  pathOf(name: string): string;
  /** Puts a model there in one step, or replaces it. */
  put(name: string, graph: OnnxGraph, notes?: Readonly<Record<string, string>>): Promise<string>;
  remove(): Promise<void>;
}

export function openModelFolder(): ModelFolder {
  const folder = mkdtempSync(join(tmpdir(), 'gondola-models-'));
  const pathOf = (name: string) => join(folder, name);
  return {
    pathOf,
    async put(name, graph, notes) {
      const path = pathOf(name);
      await writeFile(`${path}.part`, writeOnnx(graph, notes));
      await rename(`${path}.part`, path);
      return path;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
