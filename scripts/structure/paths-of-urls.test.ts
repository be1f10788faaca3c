import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSources } from './list-sources.ts';

const root = join(import.meta.dirname, '../..');

test('no source takes a path from the URL of a module: a space or an umlaut in it is percent-encoded', () => {
  const fromUrl = /import\.meta\.url\)\s*\.pathname/;
  const found = listSources(root).filter((file) => fromUrl.test(readFileSync(join(root, file), 'utf8')));
  expect(fromUrl.test('new URL("./a.ts", import.meta.url).pathname')).toBe(true);
  expect(found).toEqual(['scripts/structure/paths-of-urls.test.ts']);
});
