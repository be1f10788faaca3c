import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import type { ConcreteRequest, ReaderFragment, RequestParameters, Variables } from 'relay-runtime';
import relay from 'relay-runtime';
import { makeStoreWithoutImages, payloadOf, type TestStore } from '../world.ts';
import { ports } from './ports.ts';

const root = join(import.meta.dirname, '../..');

/** A list that pages on, and a fragment that refetches its object by `node`, as Relay writes them. */
const source = `
import { graphql } from 'relay-runtime';
graphql\`query appQuery($store: String!, $count: Int!, $cursor: String) { ...app_captures }\`;
graphql\`
  fragment app_captures on Query @refetchable(queryName: "appMoreQuery") {
    captures(first: $count, after: $cursor, filter: { storeCode: $store }) @connection(key: "app_captures") {
      edges { node { id ...app_capture } }
    }
  }
\`;
graphql\`fragment app_capture on Capture @refetchable(queryName: "appCaptureQuery") { id state takenAt bay { id aisle } }\`;
graphql\`fragment app_batch on ReprocessBatch @refetchable(queryName: "appBatchQuery") { id state reason }\`;
graphql\`fragment app_alert on Alert @refetchable(queryName: "appAlertQuery") { id rule createdAt }\`;
`;

let store: TestStore;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gondola-relay-'));
  await mkdir(join(folder, 'src'));
  await cp(join(root, 'apps/api/schema.graphql'), join(folder, 'schema.graphql'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'src/app.js'), source);
  const config = { src: './src', schema: './schema.graphql', language: 'javascript', eagerEsModules: true };
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));
  // Rejects with the compiler's messages when the schema does not fit Relay.
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/relay-compiler/cli.js'), 'relay.config.json'],
    {
      cwd: folder,
    },
  );
  store = await makeStoreWithoutImages('relay');
  const minutes = [0, 1, 2];
  const uploads = await store.camera.graphql<Record<string, { uploadId: string }>>(
    `mutation { ${minutes.map((n) => `u${n}: captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 9 }) { uploadId }`).join(' ')} }`,
    {},
  );
  const captures = minutes.map((n) =>
    payloadOf(store, uploads[`u${n}`]?.uploadId ?? '', new Date(Date.now() - n * 60_000)),
  );
  await store.camera.graphql(
    'mutation ($captures: [JSON!]!) { captureSubmit(input: { captures: $captures }) { results { outcome } } }',
    { captures },
  );
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function artifact<T>(name: string): Promise<T> {
  const file = pathToFileURL(join(folder, `src/__generated__/${name}.graphql.js`)).href;
  return ((await import(file)) as { default: T }).default;
}

for (const { name, url } of ports)
  test(`Relay pages through a list and refetches an item through the ${name}`, async () => {
    const {
      Environment,
      Network,
      RecordSource,
      Store,
      createOperationDescriptor,
      fetchQuery,
      getSingularSelector,
    } = relay;
    const ask = async ({ text }: RequestParameters, variables: Variables) => {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${store.deviceKey}` },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await answer.json()) as never;
    };
    const environment = new Environment({
      network: Network.create(ask),
      store: new Store(new RecordSource()),
    });
    const [query, more, again] = await Promise.all([
      artifact<ConcreteRequest>('appQuery'),
      artifact<ConcreteRequest>('appMoreQuery'),
      artifact<ConcreteRequest>('appCaptureQuery'),
    ]);
    const list = await artifact<ReaderFragment>('app_captures');
    const item = await artifact<ReaderFragment>('app_capture');

    const read = (of: ConcreteRequest, variables: Variables) =>
      fetchQuery(environment, of, variables).toPromise();
    const variables = { store: store.code, count: 2, cursor: null };
    await read(query, variables);
    const operation = createOperationDescriptor(query, variables);
    environment.retain(operation);
    const shown = () => {
      const data = environment.lookup(operation.fragment).data as never;
      const { captures } = environment.lookup(getSingularSelector(list, data) as never).data as unknown as {
        captures: {
          edges: { node: { id: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      };
      return captures;
    };
    expect(shown().edges).toHaveLength(2);
    expect(shown().pageInfo.hasNextPage).toBe(true);
    await read(more, { ...variables, cursor: shown().pageInfo.endCursor });
    const { edges, pageInfo } = shown();
    expect(new Set(edges.map(({ node }) => node.id)).size).toBe(3);
    expect(pageInfo.hasNextPage).toBe(false);

    const id = edges[2]?.node.id ?? '';
    const refetched = (await read(again, { id })) as { node: never };
    expect(environment.lookup(getSingularSelector(item, refetched.node) as never).data).toMatchObject({
      id,
      bay: { aisle: store.aisle },
    });
  });
