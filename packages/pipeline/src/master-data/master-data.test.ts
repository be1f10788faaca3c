import { auditLog, masterDataImport, product, store } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { actorNamed } from '../audit/actor.ts';
import { importMasterData, previewMasterData } from './import-master-data.ts';
import { saveMasterData } from './save-master-data.ts';

const { db } = await createTestDatabase('master_data');
const actor = actorNamed('manager');

type Kind = Parameters<typeof previewMasterData>[1]['kind'];

const file = (kind: Kind, ...lines: string[]) => ({ kind, content: lines.join('\r\n'), fileName: 'a.csv' });

async function run(kind: Kind, ...lines: string[]) {
  const report = await importMasterData(db, actor, file(kind, ...lines));
  if ('problem' in report) throw new Error(report.problem);
  const { created, changed, unchanged, failed, errors, importId, differences } = report;
  return { counts: [created, changed, unchanged, failed], errors, importId, differences };
}

async function addVersion(label: string): Promise<void> {
  await db.execute(
    sql`insert into planogram (id, code, name) values (gen_random_uuid(), ${label}, ${label})`,
  );
  await db.execute(sql`
    insert into planogram_version (id, planogram_id, label, width_mm, height_mm, shelves, source_format, source_sha256)
    select gen_random_uuid(), id, code, 1000, 2000, '[]', 'csv', '' from planogram where code = ${label}`);
}

const stores = ['Store;Name;Time zone', '0421;Hauptstraße;Europe/Berlin', '0007;Queens;America/New_York'];

test('a preview tells the differences and writes nothing', async () => {
  const report = await previewMasterData(db, file('STORES', ...stores));
  expect(report).toMatchObject({ rows: 2, created: 2, failed: 0, unusedColumns: [] });
  expect(await db.$count(store)).toBe(0);
  expect(await db.$count(masterDataImport)).toBe(0);
});

test('the same file twice changes nothing, and leaves no second entry in the audit log', async () => {
  expect((await run('STORES', ...stores)).counts).toEqual([2, 0, 0, 0]);
  const audited = await db.$count(auditLog);
  expect((await run('STORES', ...stores)).counts).toEqual([0, 0, 2, 0]);
  expect(await db.$count(auditLog)).toBe(audited);
  expect(await db.$count(masterDataImport)).toBe(2);
});

test('a file with some rows and columns changes these only', async () => {
  const { counts, differences } = await run('STORES', 'store,name', '0421,Marktplatz');
  expect(counts).toEqual([0, 1, 0, 0]);
  expect(differences).toEqual([
    {
      line: 2,
      outcome: 'CHANGED',
      key: '0421',
      changes: [{ field: 'name', from: 'Hauptstraße', to: 'Marktplatz' }],
    },
  ]);
  const rows = await db.select({ code: store.code, zone: store.timeZone }).from(store).orderBy(store.code);
  expect(rows).toEqual([
    { code: '0007', zone: 'America/New_York' },
    { code: '0421', zone: 'Europe/Berlin' },
  ]);
});

test('rows in error are reported with their line and do not hold up the others', async () => {
  await run('CATEGORIES', 'category,name', 'COF,Coffee');
  const { counts, errors, importId } = await run(
    'PRODUCTS',
    'sku,ean,name,brand,category,width_cm,height_cm',
    'C1,4006381333931,Filter coffee,Acme,COF,9.5,18',
    'C2,4006381333932,Wrong check digit,Acme,COF,9.5,18',
    'C3,,No height,Acme,COF,9.5,',
    'C4,,Unknown category,Acme,TEA,9.5,18',
    'C1,,Again,Acme,COF,9.5,18',
    'C5,https://id.gs1.org/01/04006381333931,Linked,Acme,COF,9.5,18',
  );
  expect(counts).toEqual([2, 0, 0, 4]);
  const expected = [
    { line: 3, code: 'GTIN_INVALID', column: 'gtin', value: '4006381333932' },
    { line: 4, code: 'FIELD_MISSING', column: 'height_mm', value: '' },
    { line: 5, code: 'CATEGORY_UNKNOWN', column: 'category', value: 'TEA' },
    { line: 6, code: 'KEY_REPEATED', column: 'catalog, sku', value: 'default · C1' },
  ];
  expect(errors).toEqual(expected);
  const [kept] = await db.select().from(masterDataImport).where(eq(masterDataImport.id, importId));
  expect(kept).toMatchObject({ rows: 6, created: 2, failed: 4, errors: expected, createdBy: 'manager' });
  expect(kept?.endedAt).not.toBeNull();
  const gtins = await db.select({ gtin: product.gtin, width: product.widthMm }).from(product);
  expect(gtins).toEqual(Array(2).fill({ gtin: '04006381333931', width: 95 }));
});

test('an empty cell clears nothing', async () => {
  const { counts } = await run('PRODUCTS', 'sku,name,brand', 'C1,Filter coffee,');
  expect(counts).toEqual([0, 0, 1, 0]);
});

test.each([
  ['a missing key column', 'COLUMN_MISSING', 'name\nx'],
  ['two columns for one field', 'COLUMN_REPEATED', 'store,store_code\n1,2'],
  ['no row at all', 'FILE_EMPTY', ''],
  ['a quotation mark that is never closed', 'ROW_INVALID', 'store,name\n0900,a\n0901,"b'],
  ['a workbook', 'WORKBOOK_UNSUPPORTED', new Uint8Array([0x50, 0x4b, 3, 4])],
])('a file with %s is refused as a whole', async (_, problem, content) => {
  expect(await importMasterData(db, actor, { kind: 'STORES', content, fileName: null })).toMatchObject({
    problem,
  });
  expect(await db.$count(store)).toBe(2);
});

test('groups and bays are rows of stores, aisles in canonical form', async () => {
  expect((await run('STORE_GROUPS', 'group,store', 'NORTH,0421', 'NORTH,0007', 'NORTH,9')).counts).toEqual([
    2, 0, 0, 1,
  ]);
  expect((await run('STORE_GROUPS', 'group,store', 'NORTH,0421')).counts).toEqual([0, 0, 1, 0]);
  expect((await run('BAYS', 'store,aisle', '0421,a1-07', '0421,A1-08')).counts).toEqual([2, 0, 0, 0]);
  expect((await run('BAYS', 'store,aisle', '0421,A1-07')).counts).toEqual([0, 0, 1, 0]);
});

test('a planogram gets its category by code', async () => {
  expect((await run('PLANOGRAMS', 'planogram,category', 'P1,COF', 'P2,TEA')).counts).toEqual([1, 0, 0, 1]);
  expect((await run('PLANOGRAMS', 'planogram,category', 'P1,COF')).counts).toEqual([0, 0, 1, 0]);
});

const assignments = [
  'store,aisle,version,from',
  '0421,A1-07,V1,2026-01-01',
  '0421,A1-07,V2,2026-06-01',
  '0007,B3,V1,',
  '0421,A1-08,V1,2990-03-01 06:00',
  '0007,B4,V1,2990-03-01 06:00',
  '0007,B4,V9,',
];

test('assignments of the past apply at once, the latest of a bay; later ones are planned on the clock of each store', async () => {
  await addVersion('V1');
  await addVersion('V2');
  const first = await run('ASSIGNMENTS', ...assignments);
  expect(first.counts).toEqual([4, 0, 1, 1]);
  expect(first.errors).toEqual([{ line: 7, code: 'VERSION_UNKNOWN', column: 'version', value: 'V9' }]);
  const active = await db.execute(sql`
    select b.aisle, v.label from planogram_assignment a join bay b on b.id = a.bay_id
    join planogram_version v on v.id = a.version_id where a.deactivated_at is null order by b.aisle`);
  expect(active.rows).toEqual([
    { aisle: 'A1-07', label: 'V2' },
    { aisle: 'B3', label: 'V1' },
  ]);
  const planned = await db.execute(sql`
    select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as due from planned_activation where state = 'PLANNED' order by due_at`);
  expect(planned.rows).toEqual([{ due: '2990-03-01 05:00' }, { due: '2990-03-01 11:00' }]);
});

test('the same assignments the next night change nothing', async () => {
  expect((await run('ASSIGNMENTS', ...assignments)).counts).toEqual([0, 0, 5, 1]);
});

test('rows of an integration are saved in their order, each with its outcome', async () => {
  const { outcomes, unchanged } = await saveMasterData(db, actor, {
    kind: 'STORES',
    rows: [
      { store: '0421', name: 'Marktplatz' },
      { store: '0500', time_zone: 'Mars/Olympus' },
    ],
  });
  expect(unchanged).toBe(1);
  expect(outcomes).toMatchObject([
    { line: 1, outcome: 'UNCHANGED' },
    { line: 2, code: 'TIME_ZONE_UNKNOWN', column: 'time_zone', value: 'Mars/Olympus' },
  ]);
});
