import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { countLayers } from './count-layers.ts';
import { findCrossFeatureImports } from './find-cross-feature-imports.ts';
import { findCycles } from './find-cycles.ts';
import { findFolderCycles } from './find-folder-cycles.ts';
import { readPackageEntries } from './package-entries.ts';
import { readImports } from './read-imports.ts';

function folderWith(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'gondola-structure-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const graphOf = (edges: Record<string, string[]>) =>
  new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]));

test('type imports, re-exports, side effects and dynamic imports all count', () => {
  const root = folderWith({
    'a.ts': `import type { B } from './b.ts';
      export { c } from './c.ts';
      export * from './d.ts';
      import './e.ts';
      const f = () => import('./f.ts');
      import { other } from 'elsewhere';
      import './sheet.css';`,
    ...Object.fromEntries(['b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.ts`, ''])),
    'sheet.css': '',
  });
  expect(readImports(root, 'a.ts', new Map()).map(({ to }) => to)).toEqual([
    'b.ts',
    'e.ts',
    'c.ts',
    'd.ts',
    'f.ts',
  ]);
});

test('the name of a workspace leads to the file behind its entry point', () => {
  const root = folderWith({
    'packages/db/package.json':
      '{ "name": "@x/db", "exports": { ".": "./index.ts", "./testing": "./t.ts" } }',
    'packages/db/index.ts': '',
    'packages/db/t.ts': '',
    'a.ts': `import '@x/db'; import '@x/db/testing'; import '@x/db/unknown';`,
  });
  const entries = readPackageEntries(root, ['packages/db']);
  expect(readImports(root, 'a.ts', entries).map(({ to }) => to)).toEqual([
    'packages/db/index.ts',
    'packages/db/t.ts',
  ]);
});

test('an import of a file that does not exist is an error', () => {
  const root = folderWith({ 'a.ts': `import './gone.ts';` });
  expect(() => readImports(root, 'a.ts', new Map())).toThrow('a.ts imports ./gone.ts, which does not exist');
});

test('each cycle is found once, with all its members', () => {
  const graph = graphOf({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['d'], f: ['a'] });
  expect(findCycles(graph)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
  expect(findCycles(graphOf({ a: ['b'], b: ['c'], c: [] }))).toEqual([]);
});

test('two folders that import each other are a cycle, though no file is in one', () => {
  const found = findFolderCycles([
    { from: 'src/a/one.ts', to: 'src/b/two.ts' },
    { from: 'src/b/three.ts', to: 'src/a/four.ts' },
  ]);
  expect(found.map(({ folder, children }) => ({ folder, children }))).toEqual([
    { folder: 'src', children: ['a', 'b'] },
  ]);
});

test('a file beside a folder has a layer of its own, and test code has none', () => {
  expect(
    findFolderCycles([
      { from: 'src/main.ts', to: 'src/a/one.ts' },
      { from: 'src/a/one.ts', to: 'src/fault.ts' },
      { from: 'src/a/one.test.ts', to: 'src/main.ts' },
    ]),
  ).toEqual([]);
  expect(
    findFolderCycles([
      { from: 'src/main.ts', to: 'src/a/one.ts' },
      { from: 'src/a/one.ts', to: 'src/main.ts' },
    ]).map(({ children }) => children),
  ).toEqual([['a', 'main.ts']]);
});

test('only pages of the web app compose features', () => {
  const feature = 'apps/web/src/features/review/review.tsx';
  const cross = [
    { from: 'apps/web/src/features/drift/drift.tsx', to: feature },
    { from: 'apps/web/src/ui/tag.tsx', to: feature },
  ];
  const allowed = [
    { from: 'apps/web/src/app/page.tsx', to: feature },
    { from: 'apps/web/src/features/review/a.tsx', to: feature },
    { from: feature, to: 'apps/web/src/ui/tag.tsx' },
  ];
  expect(findCrossFeatureImports([...cross, ...allowed])).toEqual(cross);
});

test('layers are counted along the longest path', () => {
  expect(countLayers(graphOf({ a: ['b', 'd'], b: ['c'], c: ['d'], d: [] }))).toBe(4);
});
