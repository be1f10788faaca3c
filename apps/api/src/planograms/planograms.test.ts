import { planogram, planogramVersion } from '@gondola/db';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('planograms');
const analyst = await api.signIn('analyst');

const plans = await api.db
  .insert(planogram)
  .values([
    { code: 'water', name: 'Mineral water' },
    { code: 'tea_1', name: 'Tea, 100% leaf' },
    { code: 'Coffee', name: 'Roasted' },
    { code: 'teas1', name: 'Herbs' },
  ])
  .returning();
const idOf = (code: string) => plans.find((row) => row.code === code)?.id ?? '';
const versionOf = (code: string, label: string, at: number) => ({
  planogramId: idOf(code),
  label,
  widthMm: 1000,
  heightMm: 500,
  shelves: [],
  sourceFormat: 'csv',
  sourceSha256: label,
  createdAt: new Date(Date.UTC(2026, 0, 1) + at * 1000),
});
await api.db
  .insert(planogramVersion)
  .values([
    versionOf('Coffee', 'spring-1', 0),
    versionOf('Coffee', 'Autumn-2', 1),
    ...Array.from({ length: 205 }, (_, i) => versionOf('water', `week-${i}`, i)),
  ]);

interface Listed {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  edges: { cursor: string; node: { code: string; versionCount: number; versions: { label: string }[] } }[];
}
const ask = (args: string, versions = '') =>
  api.ask(
    `{ planograms${args} { totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
      edges { cursor node { code versionCount versions${versions} { label } } } } }`,
    {},
    analyst,
  );
const list = async (args: string, versions = '') => {
  const answer = await ask(args, versions);
  expect(answer.errors).toEqual([]);
  return partOf<Listed>(answer, 'planograms');
};
const codesOf = ({ edges }: Listed) => edges.map(({ node }) => node.code);
const search = async (words: string) => codesOf(await list(`(search: ${JSON.stringify(words)})`));

test('planograms are read in pages, each once, in either direction', async () => {
  const all = codesOf(await list(''));
  expect(all.toSorted()).toEqual(['Coffee', 'tea_1', 'teas1', 'water']);
  const first = await list('(first: 3)');
  expect(first).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  const rest = await list(`(first: 3, after: "${first.pageInfo.endCursor}")`);
  expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect([...codesOf(first), ...codesOf(rest)]).toEqual(all);
  const back = await list(`(last: 2, before: "${rest.edges[0]?.cursor}")`);
  expect(codesOf(back)).toEqual(all.slice(1, 3));
});

test('a page has a limit, and a cursor of another list is refused', async () => {
  for (const args of ['(first: 201)', '(after: "nonsense")', `(after: "${toCursor('code:a\0b')}")`])
    expect((await ask(args)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  expect(await list('(first: 0)')).toMatchObject({ totalCount: 4, edges: [] });
});

test('a search finds literal text in code, name and label, in any letter case', async () => {
  expect(await search(' coFFee ')).toEqual(['Coffee']);
  expect(await search('MINERAL')).toEqual(['water']);
  expect(await search('autumn')).toEqual(['Coffee']);
  expect(await search('a_1')).toEqual(['tea_1']);
  expect(await search('0%')).toEqual(['tea_1']);
  expect(await search('\\')).toEqual([]);
  expect(await search('  ')).toHaveLength(4);
  expect(await list('(search: "tea", first: 1)')).toMatchObject({
    totalCount: 2,
    pageInfo: { hasNextPage: true },
  });
});

test('versions are the latest ones, oldest first and limited, with their total number', async () => {
  const [water] = (await list('(search: "water")')).edges;
  expect(water?.node.versionCount).toBe(205);
  expect(water?.node.versions).toHaveLength(200);
  expect(water?.node.versions.at(-1)).toEqual({ label: 'week-204' });
  const [coffee] = (await list('(search: "coffee")', '(last: 1)')).edges;
  expect(coffee?.node).toMatchObject({ versionCount: 2, versions: [{ label: 'Autumn-2' }] });
  expect((await ask('', '(last: 201)')).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('a search restricts versions by label, but lists all when the planogram itself matches', async () => {
  const versions = async (words: string) =>
    (await list(`(search: "${words}")`, `(search: "${words}")`)).edges.flatMap(({ node }) =>
      node.versions.map(({ label }) => label),
    );
  expect(await versions('SPRING')).toEqual(['spring-1']);
  expect(await versions('week-3')).toHaveLength(11);
  expect(await versions('roast')).toEqual(['spring-1', 'Autumn-2']);
});

test('each planogram lists its own versions, independent of other planograms in the same query', async () => {
  const answer = await api.ask(
    `{ a: planograms(search: "coffee") { edges { node { versions(last: 1) { label } } } }
       b: planograms(search: "coffee") { edges { node { versions(search: "spring") { label } } } } }`,
    {},
    analyst,
  );
  const labels = (versions: string[]) => ({
    edges: [{ node: { versions: versions.map((label) => ({ label })) } }],
  });
  expect(answer.data).toEqual({ a: labels(['Autumn-2']), b: labels(['spring-1']) });
});

function toCursor(text: string): string {
  return Buffer.from(text).toString('base64url');
}
