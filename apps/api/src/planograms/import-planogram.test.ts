import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';

const api = await startTestApi('planogram_import');
const manager = await api.signIn('category_manager');

interface Imported {
  version: { label: string; positions: { id: string; product: { sku: string } }[] } | null;
  problems: { path: string; code: string }[];
  notes: string[];
  userErrors: { code: string; field: string[] | null }[];
}

async function importFile(input: object): Promise<Imported> {
  const answer = await api.ask(
    `mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) {
      version { label positions { positionId product { sku } } } problems { path code } notes userErrors { code field } } }`,
    { input },
    manager,
  );
  expect(answer.errors).toEqual([]);
  return partOf<Imported>(answer, 'planogramImport');
}

const csv = [
  'planogram_code,version,bay,shelf,position,sku,name,h_facings',
  'tea,tea-1,1,1,1,T1,Früchtetee,2',
  'coffee,coffee-1,1,1,1,C1,Kaffee,1',
].join('\r\n');
const western = Buffer.from(csv, 'latin1').toString('base64');

test('a planogram is imported by name from a file of several in another encoding, and the file is stored unchanged', async () => {
  const { version, notes } = await importFile({ format: 'CSV', contentBase64: western, planogram: 'tea' });
  expect(version).toEqual({ label: 'tea-1', positions: [{ positionId: '1.1.1', product: { sku: 'T1' } }] });
  expect(notes).toContain('The file is not UTF-8; it is read as Windows-1252.');
});

test('an import without a catalogue takes that of the last version and says so; a move to another one is said too', async () => {
  const plan = (label: string, catalog?: string) =>
    importFile({
      content: csv.replaceAll('tea-1', label),
      format: 'CSV',
      planogram: label,
      code: 'teas',
      catalog,
    });
  expect((await plan('teas-1', 'own')).notes.join()).not.toMatch(/catalogue/);
  expect((await plan('teas-2')).notes).toContainEqual(
    expect.stringMatching(/does not say its catalogue; its products are those of “own”/),
  );
  expect((await plan('teas-3', 'new')).notes).toContainEqual(
    expect.stringMatching(/put in the catalogue “new”; .* last version are in “own”/),
  );
});

test('without a choice the planograms are listed and nothing is imported', async () => {
  expect(await importFile({ format: 'CSV', contentBase64: western })).toMatchObject({
    version: null,
    problems: [{ path: 'line 3, column "planogram_code"', code: 'PLANOGRAM_AMBIGUOUS' }],
  });
});

test('a ProSpace file is imported in the given unit', async () => {
  const record = (cells: Record<number, string>) =>
    Array.from({ length: 50 }, (_, i) => cells[i] ?? '').join(',');
  const content = [
    'PROSPACE SCHEMATIC FILE',
    record({ 0: 'Planogram', 1: 'Snacks', 3: '48', 4: '72' }),
    record({ 0: 'Fixture', 1: '0', 2: 'base', 4: '0', 5: '48', 6: '5', 7: '1' }),
    record({ 0: 'Position', 2: 'A', 3: '7', 4: '3', 5: '8', 6: '6', 7: '10', 14: '2' }),
  ].join('\n');
  const { version, notes } = await importFile({ format: 'PSA', content, unitMm: 25.4, label: 'psa-1' });
  expect(version).toEqual({ label: 'psa-1', positions: [{ positionId: '7', product: { sku: 'A' } }] });
  expect(notes.join()).not.toMatch(/does not say its unit/);
});

test('without a format the beginning of the file decides, and the result names the format', async () => {
  const ask = (content: string) =>
    api.ask(
      `mutation ($input: PlanogramImportInput!) { planogramImport(input: $input) {
        format version { sourceFormat } userErrors { code field } } }`,
      { input: { content, planogram: 'coffee' } },
      manager,
    );
  expect((await ask(csv)).data?.planogramImport).toEqual({
    format: 'CSV',
    version: { sourceFormat: 'CSV' },
    userErrors: [],
  });
  expect((await ask('Dear colleague, see attached')).data?.planogramImport).toEqual({
    format: null,
    version: null,
    userErrors: [{ code: 'FORMAT_UNKNOWN', field: ['format'] }],
  });
});

test.each([
  ['no file', {}, 'FIELD_MISSING', 'content'],
  ['a file twice', { content: csv, contentBase64: western }, 'FIELD_REPEATED', 'contentBase64'],
  ['what is not base64', { contentBase64: 'é?!' }, 'FIELD_INVALID', 'contentBase64'],
  ['a unit of nothing', { content: csv, unitMm: 0 }, 'FIELD_INVALID', 'unitMm'],
])('%s is refused', async (_what, input, code, field) => {
  expect(await importFile({ format: 'CSV', label: 'x', ...input })).toMatchObject({
    version: null,
    userErrors: [{ code, field: [field] }],
  });
});
