/**
 * `npm run structure`: reads every import of the repository, types included, and fails on a cycle of files, a cycle of
 * folders in a source tree, and an import from one feature of the web app into another. `--json` prints the figures.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLayers } from './structure/count-layers.ts';
import { findCrossFeatureImports } from './structure/find-cross-feature-imports.ts';
import { findCycles } from './structure/find-cycles.ts';
import { findFolderCycles } from './structure/find-folder-cycles.ts';
import { listSources } from './structure/list-sources.ts';
import { readPackageEntries } from './structure/package-entries.ts';
import { readImports } from './structure/read-imports.ts';

const root = join(import.meta.dirname, '..');
/** The trees whose folders are layers. Commands and drills may compose as they like. */
const trees = [
  'packages/pipeline/src',
  'packages/simulator/src',
  'packages/testkit/src',
  'apps/api/src',
  'apps/web/src',
  'drizzle',
];

const files = listSources(root);
const workspaces = (
  JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { link?: boolean; resolved?: string }>;
  }
).packages;
const packages = Object.values(workspaces).flatMap(({ link, resolved }) =>
  link && resolved ? [resolved] : [],
);
const entries = readPackageEntries(root, packages);
const imports = files.flatMap((file) => readImports(root, file, entries));

const graph = new Map(files.map((file) => [file, new Set<string>()]));
for (const { from, to } of imports) graph.get(from)?.add(to);
const cycles = findCycles(graph);
const folderCycles = findFolderCycles(imports).filter(({ folder }) =>
  trees.some((tree) => folder === tree || folder.startsWith(`${tree}/`)),
);
const crossFeature = findCrossFeatureImports(imports);

const lengths = files.map((file) => ({
  file,
  lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1,
}));
const tests = /\.(test|testing|spec)\.tsx?$/;
const longest = lengths.filter(({ file }) => !tests.test(file)).sort((a, b) => b.lines - a.lines)[0];
const figures = {
  files: files.length,
  imports: imports.length,
  layersOfFiles: countLayers(graph),
  fileCycles: cycles.length,
  folderCycles: folderCycles.length,
  crossFeatureImports: crossFeature.length,
  longestFile: longest ? `${longest.file} (${longest.lines} lines)` : 'none',
};

for (const cycle of cycles) console.log(`cycle of files: ${cycle.join(' -> ')}`);
for (const { folder, children, imports: between } of folderCycles) {
  console.log(`cycle in ${folder}: ${children.join(', ')}`);
  for (const { from, to } of between) console.log(`  ${from} -> ${to}`);
}
for (const { from, to } of crossFeature) console.log(`one feature imports another: ${from} -> ${to}`);
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else for (const [name, value] of Object.entries(figures)) console.log(`${name}: ${value}`);
process.exitCode = cycles.length + folderCycles.length + crossFeature.length === 0 ? 0 : 1;
