import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { makeStoreWithoutImages, payloadOf, type TestStore } from '../world.ts';
import { ports } from './ports.ts';

const run = promisify(execFile);
const modules = join(import.meta.dirname, '../../node_modules');

/** A device's program: it asks by plain fetch, and all it knows of the answer comes from the generated types. */
const program = `
import { graphql } from './gql/gql.js';
import type { CaptureState, StatesQuery, StatesQueryVariables } from './gql/graphql.js';

const document = graphql(\`
  query States($store: String!) {
    captures(first: 2, filter: { storeCode: $store }) { edges { node { state currentScore { score } bay { aisle } } } }
  }
\`);
const [url = '', key = '', store = ''] = process.argv.slice(2);
const variables: StatesQueryVariables = { store };
const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: 'Bearer ' + key },
  body: JSON.stringify({ query: document.toString(), variables }),
});
const { data } = (await answer.json()) as { data: StatesQuery };
const rows = data.captures.edges.map(({ node }) => {
  const state: CaptureState = node.state;
  // @ts-expect-error A capture may have no score yet.
  const scored: { score: number } = node.currentScore;
  return { aisle: node.bay.aisle, state, currentScore: node.currentScore };
});
console.log(JSON.stringify(rows));
`;

const compilerOptions = {
  strict: true,
  target: 'es2024',
  module: 'nodenext',
  types: ['node'],
  rootDir: 'src',
  outDir: 'dist',
};

let store: TestStore;
test.beforeAll(async () => {
  store = await makeStoreWithoutImages('codegen');
  const { captureUploadCreate } = await store.camera.graphql<{ captureUploadCreate: { uploadId: string } }>(
    'mutation { captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 9 }) { uploadId } }',
    {},
  );
  await store.camera.graphql(
    'mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) { results { outcome } } }',
    { captures: [payloadOf(store, captureUploadCreate.uploadId, new Date())] },
  );
});

for (const { name, url } of ports)
  test(`codegen types a program by the schema of the ${name}, and the program runs`, async () => {
    test.setTimeout(180_000);
    const folder = await mkdtemp(join(tmpdir(), 'gondola-codegen-'));
    try {
      await symlink(modules, join(folder, 'node_modules'));
      await mkdir(join(folder, 'src'));
      const files = {
        'package.json': { type: 'module' },
        'tsconfig.json': { compilerOptions, include: ['src'] },
        // As the client preset's guide has it, with the address of a running Gondola for the schema.
        'codegen.json': {
          schema: [{ [`${url}/graphql`]: { headers: { Authorization: `Bearer ${store.deviceKey}` } } }],
          documents: ['src/*.ts'],
          generates: {
            'src/gql/': {
              preset: 'client',
              config: { documentMode: 'string', importExtension: '.js' },
            },
          },
        },
      };
      for (const [file, content] of Object.entries(files))
        await writeFile(join(folder, file), JSON.stringify(content));
      await writeFile(join(folder, 'src/states.ts'), program);

      const node = (...args: string[]) => run(process.execPath, args, { cwd: folder });
      await node(join(modules, '@graphql-codegen/cli/esm/bin.js'), '--config', 'codegen.json');
      await node(join(modules, 'typescript/bin/tsc'), '-p', '.');
      const { stdout } = await node('dist/states.js', `${url}/graphql`, store.deviceKey, store.code);
      expect(JSON.parse(stdout)).toEqual([{ aisle: store.aisle, state: 'INGESTED', currentScore: null }]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
