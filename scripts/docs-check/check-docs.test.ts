import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDocs } from './check-docs.ts';
import { readExistingNames } from './existing-names.ts';
import { findWrongNames } from './find-wrong-names.ts';
import { namesInDescriptions } from './names-in-descriptions.ts';
import { namesInMarkdown } from './names-in-markdown.ts';

const root = join(import.meta.dirname, '../..');
const existing = readExistingNames(root);
const wrongIn = (text: string, file = 'docs/example.md') =>
  findWrongNames(namesInMarkdown(file, text), existing).map(({ line, name }) => `${line} ${name}`);

test('documents, descriptions of the schema and comments name only what exists', () => {
  expect(checkDocs(root).map(({ file, line, name, why }) => `${file}:${line}: ${name}: ${why}`)).toEqual([]);
});

test('a name behind which nothing stands is found, with its line', () => {
  expect(
    wrongIn(
      [
        'Run `npm run drlil -- uploads`, then `npm test`.',
        'Set `DATABASE_ULR` or `DATABASE_URL`; call `captureSubmitt` or `captureSubmit`.',
        '`Capture.stat` is no field, `Capture.state` is one; so is `capture.job_idd` no column.',
        'See [the rules](../drizzle/migrations/0001_rulez.sql), [the map](../ARCHITECTURE.md#words) and lifecycel.ts.',
        '`packages/pipeline/src/nothing/`, `drizzle/schema/<table>.ts`, `drizzle/<room>/none.ts`, `worker-killz`, `worker-kills`',
        '`@gondola/db/testing` is an entry point, `@gondola/db/toasting` is none.',
      ].join('\n'),
    ),
  ).toEqual([
    '1 npm run drlil -- uploads',
    '2 DATABASE_ULR',
    '2 captureSubmitt',
    '3 Capture.stat',
    '3 capture.job_idd',
    '4 ../drizzle/migrations/0001_rulez.sql',
    '4 lifecycel.ts',
    '5 packages/pipeline/src/nothing/',
    '5 drizzle/<room>/none.ts',
    '5 worker-killz',
    '6 @gondola/db/toasting',
  ]);
});

test('what is no name of ours is left alone', () => {
  expect(
    wrongIn(
      '`image/jpeg`, `/healthz`, `s3:GetObject`, `--photo`, `4/5/2026`, `[1, N, 6]`, [a page](https://example.com/x.ts)',
    ),
  ).toEqual([]);
});

test('a path counts from the root or from the folder of its document', () => {
  expect(wrongIn('`src/pipeline.ts`', 'packages/pipeline/README.md')).toEqual([]);
  expect(wrongIn('`src/pipeline.ts`', 'docs/example.md')).toEqual(['1 src/pipeline.ts']);
});

test('a query in a fence must be valid, and so must an npm script', () => {
  expect(
    wrongIn(['```graphql', '{ viewer { kynd } }', '```', '```sh', 'npm ci && npm run dew', '```'].join('\n')),
  ).toEqual(['2 { viewer { kynd } }', '5 npm run dew']);
});

test('a name that only a comment or a sentence in the sources holds does not exist', () => {
  // deadLetterDrain stood in a sentence of the schema and nowhere else.
  expect(wrongIn('`deadLetterDrain`')).toEqual(['1 deadLetterDrain']);
});

test('names in the descriptions of a schema are found without backticks too, each at its line', () => {
  const schema = `"""One line: see deadLetterDrain."""
type Query {
  """
  Long, with \`captureSubmit\` and
  in its second line \`captureSubmitt\`.
  """
  ok: Boolean
}`;
  const names = namesInDescriptions('schema.graphql', schema);
  expect(findWrongNames(names, existing).map(({ line, name }) => `${line} ${name}`)).toEqual([
    '1 deadLetterDrain',
    '5 captureSubmitt',
  ]);
});
