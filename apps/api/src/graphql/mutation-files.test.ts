import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '..');
const mutations = globSync('**/*.ts', { cwd: src })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }))
  .filter(({ text }) => text.includes('builder.mutationField('));

/** What a use-case does, and a resolver never: it decodes, calls one use-case and encodes. */
const sql = /\b(db|tx)\s*\.(transaction|execute|select\w*|insert|update|delete|\$count|query)\b/;

test('no file of a mutation opens a transaction or talks to the database', () => {
  expect(mutations.length).toBeGreaterThan(30);
  expect(mutations.filter(({ text }) => sql.test(text)).map(({ file }) => file)).toEqual([]);
});
