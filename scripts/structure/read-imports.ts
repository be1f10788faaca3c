import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import type { PackageEntries } from './package-entries.ts';

/** One import between two files of this repository. Paths are relative to its root. */
export interface Import {
  from: string;
  to: string;
}

/**
 * Reads which files of the repository a file imports: value imports, type imports, re-exports and dynamic imports with
 * a literal name. Packages from outside, and files that are no source, are left out.
 *
 * @throws Error when a relative import names a file that does not exist.
 */
export function readImports(root: string, file: string, entries: PackageEntries): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const { module } = parseSync(file, source);
  const specifiers = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map((one) => literalAt(source, one.moduleRequest)),
  ];
  const targets = specifiers.flatMap((specifier) => {
    const target = specifier === undefined ? undefined : resolve(root, file, specifier, entries);
    return target === undefined ? [] : [target];
  });
  return [...new Set(targets)].map((to) => ({ from: file, to }));
}

function literalAt(source: string, { start, end }: { start: number; end: number }): string | undefined {
  return /^['"]([^'"]+)['"]$/.exec(source.slice(start, end))?.[1];
}

function resolve(root: string, file: string, specifier: string, entries: PackageEntries): string | undefined {
  if (!specifier.startsWith('.')) return entries.get(specifier);
  const base = relative(root, join(root, dirname(file), specifier));
  const target = ['', '.ts', '.tsx', '/index.ts']
    .map((ending) => `${base}${ending}`)
    .find((path) => /\.(ts|tsx|mjs|js)$/.test(path) && existsSync(join(root, path)));
  if (target !== undefined) return target;
  if (existsSync(join(root, base))) return undefined; // a style sheet, JSON, a folder of routes
  throw new Error(`${file} imports ${specifier}, which does not exist.`);
}
