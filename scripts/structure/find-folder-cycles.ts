import { findCycles } from './find-cycles.ts';
import type { Import } from './read-imports.ts';

export interface FolderCycle {
  folder: string;
  /** Files and subfolders of the folder that reach each other, by name. */
  children: string[];
  imports: Import[];
}

/** Test code may reach across folders: nothing imports it back. */
const testCode = /\.(test|testing|spec)\.tsx?$|(^|\/)testing\//;

/**
 * Returns the cycles among the direct children of each folder: a file stands for itself, a subfolder for everything in
 * it. Without any, the folders of a tree are layers at every depth, and a file beside a subfolder has its layer too.
 */
export function findFolderCycles(imports: readonly Import[]): FolderCycle[] {
  const counted = imports.filter(({ from }) => !testCode.test(from));
  const folders = new Set(counted.flatMap(({ from, to }) => [...foldersOf(from), ...foldersOf(to)]));
  return [...folders].sort().flatMap((folder) => {
    const between = counted.filter(({ from, to }) => {
      const [a, b] = [childOf(folder, from), childOf(folder, to)];
      return a !== null && b !== null && a !== b;
    });
    const graph = new Map<string, Set<string>>();
    const add = (a: string, b: string) => graph.set(a, (graph.get(a) ?? new Set()).add(b));
    for (const { from, to } of between) add(childOf(folder, from) ?? '', childOf(folder, to) ?? '');
    return findCycles(graph).map((children) => ({
      folder,
      children,
      imports: between.filter(
        ({ from, to }) =>
          children.includes(childOf(folder, from) ?? '') && children.includes(childOf(folder, to) ?? ''),
      ),
    }));
  });
}

function foldersOf(file: string): string[] {
  const parts = file.split('/');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'));
}

function childOf(folder: string, file: string): string | null {
  return file.startsWith(`${folder}/`) ? (file.slice(folder.length + 1).split('/')[0] ?? null) : null;
}
