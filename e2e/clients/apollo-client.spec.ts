import { createHash } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { expect, test } from '@playwright/test';
import { importVersion, makeStoreWithoutImages, type TestStore, withNeighboursExchanged } from '../world.ts';
import { ports } from './ports.ts';
import { sessionOf } from './session-cookie.ts';

let store: TestStore;
let other: string;
test.beforeAll(async () => {
  store = await makeStoreWithoutImages('apollo');
  other = `${store.label}-other`;
  await importVersion(store, other, withNeighboursExchanged(store.bay.planogram));
});

const version = gql`
  query Version($label: String!) {
    planogramVersion(label: $label) {
      id
      label
      shelves { shelfId }
      positions { positionId xMm product { id name } }
    }
  }
`;

/** The default cache; queries travel as hashes, by GET, as the link's documentation shows it. */
const clientOf = (url: string, headers: Record<string, string>, seen: string[]) =>
  new ApolloClient({
    cache: new InMemoryCache(),
    link: new PersistedQueryLink({
      sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
      useGETForHashedQueries: true,
    }).concat(
      new HttpLink({
        uri: `${url}/graphql`,
        headers,
        fetch: (input, init) => {
          seen.push(
            `${init?.method} ${String(input).includes('query=') || String(init?.body).includes('"query"') ? 'text' : 'hash'}`,
          );
          return fetch(input, init);
        },
      }),
    ),
  });

for (const { name, url } of ports) {
  test(`a manager compares two versions through the ${name}, and the cache mixes nothing up`, async () => {
    const seen: string[] = [];
    const session = await sessionOf('manager', url);
    const client = clientOf(url, { ...session, 'apollo-require-preflight': '1' }, seen);
    const read = (label: string) => client.query({ query: version, variables: { label } });
    const first = await read(store.label);
    const before = JSON.stringify(first.data);
    const second = await read(other);
    expect(JSON.stringify(second.data)).not.toBe(before);
    // Read again from the cache: the second version has changed nothing of the first.
    const cached = client.readQuery({ query: version, variables: { label: store.label } });
    expect(JSON.stringify(cached)).toBe(before);
    expect(
      (cached as { planogramVersion: { positions: unknown[] } }).planogramVersion.positions.length,
    ).toBeGreaterThan(5);
    expect(seen[0]).toBe('GET hash');
    expect(seen.at(-1)).toBe('GET hash');
  });

  test(`a device asks by hashes and GET through the ${name} with its key alone`, async () => {
    const seen: string[] = [];
    const client = clientOf(url, { authorization: `Bearer ${store.deviceKey}` }, seen);
    // A text that no other test has sent: the first hash is unknown, its text follows.
    const query = gql(
      `query Who_${createHash('sha256').update(`${store.code}${url}`).digest('hex').slice(0, 8)} { viewer { kind } }`,
    );
    const options = { query, fetchPolicy: 'network-only' } as const;
    expect((await client.query(options)).data).toEqual({ viewer: { __typename: 'Viewer', kind: 'DEVICE' } });
    expect(seen).toEqual(['GET hash', 'POST text']);
    await client.query(options);
    expect(seen.at(-1)).toBe('GET hash');
  });
}
