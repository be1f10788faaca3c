import { auditLog } from '@gondola/db';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { partOf, startTestApi } from '../testing/start-test-api.ts';
import { importShelf } from './planogram-shelf.testing.ts';

const api = await startTestApi('version_diff');
const manager = await api.signIn('category_manager');
const analyst = await api.signIn('analyst');
const spring = await importShelf(api, manager, { label: 'spring', skus: ['1', '2', '3'] });
const summer = await importShelf(api, manager, { label: 'summer', skus: ['2', '1', '4'] });

test('two versions are compared, position by position and in a sentence', async () => {
  const { data, errors } = await api.ask(
    `query ($from: ID!, $to: ID!) { planogramVersionDiff(fromVersionId: $from, toVersionId: $to) {
      from { label } to { label } summary counts { kind count } facingsChanged sizesChanged
      entries { kind words from { positionId product { sku } } to { positionId product { sku } } facings { from { horizontal } } size { to { widthMm } } } } }`,
    { from: spring, to: summer },
    analyst,
  );
  expect(errors).toEqual([]);
  expect(data?.planogramVersionDiff).toMatchObject({
    from: { label: 'spring' },
    to: { label: 'summer' },
    summary: '2 traded places, 1 got another product.',
    entries: [
      { kind: 'SWAPPED', from: { positionId: 'p2' }, to: { positionId: 'p1', product: { sku: '2' } } },
      { kind: 'SWAPPED', from: { positionId: 'p1' }, to: { positionId: 'p2' } },
      {
        kind: 'SUBSTITUTED',
        from: { product: { sku: '3' } },
        to: { product: { sku: '4' } },
        words: 'Product 4 takes the place of Product 3 on shelf 1, place 3.',
      },
    ],
  });
});

test('a mapping is proposed, saved with an alias, read, and refused with words', async () => {
  const proposed = await api.ask(
    `mutation ($from: ID!, $to: ID!) { versionMappingPropose(input: { fromVersionId: $from, toVersionId: $to }) {
      summary entries { kind savedBy savedAt fromPositionId toPositionId fromProduct { id } toProduct { id } } userErrors { code } } }`,
    { from: spring, to: summer },
    manager,
  );
  const { entries } = partOf<{ entries: ProposedEntry[] }>(proposed, 'versionMappingPropose');
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ savedBy: null, savedAt: null });
  const last = entries.find(({ kind }) => kind === 'SUBSTITUTED');
  const alias = {
    kind: 'ALIAS',
    fromProductId: last?.fromProduct.id,
    toProductId: last?.toProduct.id,
    graceUntil: '2099-01-01T00:00:00.000Z',
  };
  const save = (given: object[]) =>
    api.ask(
      `mutation ($input: VersionMappingSaveInput!) { versionMappingSave(input: $input) { saved revoked userErrors { code field } } }`,
      { input: { fromVersionId: spring, toVersionId: summer, entries: given } },
      manager,
    );
  const positions = entries.map(({ kind, fromPositionId, toPositionId }) => ({
    kind,
    fromPositionId,
    toPositionId,
  }));
  const saved = await save([...positions, alias]);
  expect(saved.data?.versionMappingSave).toEqual({ saved: 4, revoked: 0, userErrors: [] });
  const wrong = await save([{ kind: 'SAME', fromPositionId: 'p1', toPositionId: 'nowhere' }]);
  expect(wrong.data?.versionMappingSave).toEqual({
    saved: 0,
    revoked: 0,
    userErrors: [{ code: 'POSITION_UNKNOWN', field: ['entries', '0', 'toPositionId'] }],
  });
  const read = await api.ask(
    'query ($from: ID!, $to: ID!) { versionMapping(fromVersionId: $from, toVersionId: $to) { kind graceUntil savedBy savedAt toProduct { sku } } }',
    { from: spring, to: summer },
    analyst,
  );
  expect(read.data?.versionMapping).toContainEqual({
    kind: 'ALIAS',
    graceUntil: '2099-01-01T00:00:00.000Z',
    toProduct: { sku: '4' },
    savedBy: 'manager@demo.gondola.local',
    savedAt: expect.stringMatching(/^20\d\d-.*Z$/),
  });
  expect(await api.db.$count(auditLog, eq(auditLog.action, 'versionMappingSave'))).toBe(1);
});

interface ProposedEntry {
  kind: string;
  fromPositionId: string | null;
  toPositionId: string | null;
  fromProduct: { id: string };
  toProduct: { id: string };
}

test('a version is exported as a file with what the format loses, in its encoding', async () => {
  const query = `query ($format: PlanogramExportFileFormat!) {
    planogramVersion(label: "spring") { exportFile(format: $format) { name mediaType contentBase64 losses } }
  }`;
  const read = async (format: string) =>
    partOf<{ exportFile: { name: string; contentBase64: string; losses: string[] } }>(
      await api.ask(query, { format }, analyst),
      'planogramVersion',
    ).exportFile;
  const psa = await read('PSA');
  expect(psa).toMatchObject({ name: 'spring.psa', mediaType: 'application/octet-stream' });
  expect(Buffer.from(psa.contentBase64, 'base64').toString('latin1')).toMatch(/^PROSPACE SCHEMATIC FILE/);
  expect(psa.losses).toContain('Products without a position are left out.');
  expect((await read('GONDOLA')).losses).toEqual([]);
  const xlsx = await read('XLSX');
  expect(Buffer.from(xlsx.contentBase64, 'base64').subarray(0, 2).toString()).toBe('PK');
  expect(Buffer.from((await read('SVG')).contentBase64, 'base64').toString()).toContain('Product 3');
});

test.each(['GONDOLA', 'CSV'])(
  'a version is exported as %s and reads back as the same positions',
  async (format) => {
    const answer = await api.ask(
      `query ($format: PlanogramExportFormat!) { planogramVersion(label: "spring") { export(format: $format) } }`,
      { format },
      analyst,
    );
    const text = partOf<{ export: string }>(answer, 'planogramVersion').export;
    for (const word of ['spring', 'Product 3', 'p2']) expect(text).toContain(word);
    if (format === 'GONDOLA')
      expect(JSON.parse(text)).toMatchObject({
        code: 'snacks',
        catalog: 'c',
        positions: [{ sku: '1' }, {}, {}],
      });
  },
);
