import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('master_data');
const manager = await api.signIn('category_manager');
const admin = await api.signIn('admin');

const report =
  'report { rows created changed unchanged failed errors { line code message } } userErrors { code message }';
const importFile = `mutation ($input: MasterDataFileInput!) { masterDataImport(input: $input) {
  import { id fileName failed errors { line code } } ${report} } }`;

test('an administrator previews and imports stores, and the report stays', async () => {
  const input = { kind: 'STORES', content: 'store;name\n0900;North\n0901;', fileName: 'stores.csv' };
  const preview = await api.ask(
    `mutation ($input: MasterDataFileInput!) { masterDataImportPreview(input: $input) { ${report} } }`,
    { input },
    admin,
  );
  expect(preview.data?.masterDataImportPreview).toMatchObject({ report: { rows: 2, created: 2 } });
  const done = await api.ask(importFile, { input }, admin);
  expect(done.data?.masterDataImport).toMatchObject({
    import: { fileName: 'stores.csv', failed: 0 },
    report: { created: 2 },
  });
  const again = await api.ask(importFile, { input }, admin);
  expect(again.data?.masterDataImport).toMatchObject({ report: { created: 0, changed: 0, unchanged: 2 } });
  const list = await api.ask(
    '{ masterDataImports(first: 5) { totalCount nodes: edges { node { kind createdBy } } } }',
    {},
    manager,
  );
  expect(list.data?.masterDataImports).toMatchObject({ totalCount: 2 });
});

test('stores are the administrators’, other kinds the managers’', async () => {
  const ask = (kind: string) =>
    api.ask(importFile, { input: { kind, content: 'store,aisle\n0900,A1' } }, manager);
  expect((await ask('STORES')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await ask('BAYS')).data?.masterDataImport).toMatchObject({ report: { created: 1 } });
});

test('a file without the needed column is refused in words, and leaves no report', async () => {
  const answer = await api.ask(importFile, { input: { kind: 'BAYS', content: 'store\n0900' } }, manager);
  expect(answer.data?.masterDataImport).toMatchObject({
    import: null,
    userErrors: [{ code: 'COLUMN_MISSING', message: 'The first row names no column “aisle”.' }],
  });
});

test('products handed in as rows get their outcomes one by one, and errors name the row', async () => {
  const save = `mutation ($rows: [ProductRowInput!]!) { productsSave(input: { rows: $rows }) {
    results { outcome error { line code message } } userErrors { code } } }`;
  const row = { sku: 'C1', name: 'Coffee', widthMm: 95, heightMm: 180, gtin: '4006381333931' };
  const { data } = await api.ask(save, { rows: [row, { ...row, sku: 'C2', gtin: '1' }] }, manager);
  expect(data?.productsSave).toEqual({
    results: [
      { outcome: 'CREATED', error: null },
      {
        outcome: 'FAILED',
        error: {
          line: 2,
          code: 'GTIN_INVALID',
          message: '“1” is no GTIN: it has another length, or its check digit is wrong.',
        },
      },
    ],
    userErrors: [],
  });
  const many = await api.ask(save, { rows: Array(1_001).fill(row) }, manager);
  expect(many.data?.productsSave).toMatchObject({ userErrors: [{ code: 'TOO_MANY' }] });
});

test('a version is placed in every bay of a list, at one local time of each store', async () => {
  await api.ask(
    importFile,
    { input: { kind: 'STORES', content: 'store,time_zone\n0900,Europe/Berlin\n0901,America/New_York' } },
    admin,
  );
  await api.ask(
    `mutation ($content: String!) { planogramImport(input: { format: CSV, content: $content }) { problems { code } } }`,
    { content: 'planogram_code,version,bay,shelf,position,sku,name,h_facings\ntea,tea-1,1,1,1,T1,Tea,2' },
    manager,
  );
  const activate = `mutation ($input: PlanogramVersionActivateInput!) { planogramVersionActivate(input: $input) {
    activations { dueAt state bays { aisle store { code } } } unchanged userErrors { code field } } }`;
  const bays = [
    { storeCode: '0900', aisle: 'a1' },
    { storeCode: '0901', aisle: 'F-12' },
  ];
  const input = { label: 'tea-1', bays, localTime: '2990-03-01T06:00' };
  const planned = await api.ask(activate, { input }, manager);
  expect(planned.errors).toEqual([]);
  expect(partOf(planned, 'planogramVersionActivate')).toEqual({
    activations: [
      {
        dueAt: '2990-03-01T05:00:00.000Z',
        state: 'PLANNED',
        bays: [{ aisle: 'A1', store: { code: '0900' } }],
      },
      {
        dueAt: '2990-03-01T11:00:00.000Z',
        state: 'PLANNED',
        bays: [{ aisle: 'F-12', store: { code: '0901' } }],
      },
    ],
    unchanged: 0,
    userErrors: [],
  });
  const now = await api.ask(activate, { input: { label: 'tea-1', bays } }, manager);
  expect(partOf(now, 'planogramVersionActivate')).toMatchObject({
    activations: [{ state: 'DONE' }],
    unchanged: 0,
  });
  const again = await api.ask(activate, { input: { label: 'tea-1', bays } }, manager);
  expect(partOf(again, 'planogramVersionActivate')).toMatchObject({ activations: [], unchanged: 2 });
  const unknown = await api.ask(
    activate,
    { input: { label: 'tea-1', bays: [{ storeCode: 'x', aisle: 'A' }] } },
    manager,
  );
  expect(partOf(unknown, 'planogramVersionActivate')).toMatchObject({
    userErrors: [{ code: 'STORE_UNKNOWN', field: ['bays'] }],
  });
});
