import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Client, fetchExchange, gql } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { makeStoreWithoutImages, payloadOf, type TestStore } from '../world.ts';
import { ports } from './ports.ts';

let store: TestStore;
test.beforeAll(async () => {
  store = await makeStoreWithoutImages('urql');
});

const sdl = readFileSync(new URL('../../apps/api/schema.graphql', import.meta.url), 'utf8');
const schema = introspectionFromSchema(buildSchema(sdl));

const list = gql`
  query Captures($store: String!) {
    captures(first: 10, filter: { storeCode: $store }) { edges { node { id state bay { id aisle } } } }
  }
`;
const submit = gql`
  mutation Submit($captures: [JSON!]!) {
    captureSubmit(input: { captures: $captures }) { results { outcome capture { id state bay { id aisle } } } userErrors { code } }
  }
`;

for (const { name, url } of ports)
  test(`a device submits, lists and refetches through the ${name}, by GET and with a normalising cache`, async () => {
    const methods: string[] = [];
    const client = new Client({
      url: `${url}/graphql`,
      exchanges: [cacheExchange({ schema: schema as never }), fetchExchange],
      fetchOptions: { headers: { authorization: `Bearer ${store.deviceKey}` } },
      fetch: (input, init) => {
        methods.push(init?.method ?? 'GET');
        return fetch(input, init);
      },
      preferGetMethod: 'within-url-limit',
    });
    const { uploadId } = (
      await client.mutation(
        gql`mutation { captureUploadCreate(input: { mimeType: "image/jpeg", byteLength: 9 }) { uploadId } }`,
        {},
      )
    ).data.captureUploadCreate;
    const taken = new Date(Date.now() - (url === ports[0]?.url ? 60_000 : 0));
    const submitted = await client.mutation(submit, { captures: [payloadOf(store, uploadId, taken)] });
    expect(submitted.error).toBeUndefined();
    expect(submitted.data.captureSubmit.results[0].outcome).toBe('ACCEPTED');
    const { id } = submitted.data.captureSubmit.results[0].capture;

    const listed = await client.query(list, { store: store.code }, { requestPolicy: 'network-only' });
    expect(listed.error).toBeUndefined();
    expect(listed.data.captures.edges.map((edge: { node: { id: string } }) => edge.node.id)).toContain(id);
    const refetched = await client.query(
      gql`query Again($id: ID!) { node(id: $id) { id ... on Capture { state bay { id aisle } } } }`,
      { id },
      { requestPolicy: 'network-only' },
    );
    expect(refetched.data.node).toMatchObject({ id, bay: { aisle: store.aisle } });
    expect(methods).toEqual(['POST', 'POST', 'GET', 'GET']);
  });
