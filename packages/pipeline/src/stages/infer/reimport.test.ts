import { product } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { importEditions, seenAsPlanned } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { asc } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { assess } from '../../compliance/assess.ts';
import { plainLabels } from '../../inference/labels/labels.ts';
import { toRealogram } from '../../inference/labels/labels-realogram.ts';
import { exportPlanogramCsv } from '../../planogram/export-planogram-csv.ts';
import { parsePlanogram } from '../../planogram/parse-planogram.ts';
import { importVersion } from '../../planogram-versions/import-version.ts';
import { readPlanogram } from '../../planogram-versions/read-planogram.ts';
import { readReferenceProducts } from './read-reference-products.ts';

const { db, url } = await createTestDatabase('reimport');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { firstId, secondId, bayId } = await importEditions(db, world.device);

/** Scores a photo on which a model names every product by its SKU, but for two empty places, after either version. */
const scores = async () =>
  Promise.all(
    [firstId, secondId].map(async (versionId) => {
      const planogram = await readPlanogram(db, versionId);
      const offered = await readReferenceProducts(db, { bayId, versionId, takenAt: new Date() });
      const skus = new Map(planogram.products.map(({ id, sku }) => [id, sku]));
      const seen = seenAsPlanned(planogram, (id) => ['0003', '0044'].includes(id));
      const boxes = seen.detections.map(({ box: [left, top, width, height], productId, confidence }) => ({
        label: skus.get(productId ?? '') ?? '',
        confidence,
        left,
        top,
        right: left + width,
        bottom: top + height,
      }));
      const { realogram } = toRealogram(boxes, { labels: plainLabels, planogram: offered, isFull: false });
      return assess(planogram, realogram);
    }),
  );

const products = () => db.select().from(product).orderBy(asc(product.catalog), asc(product.sku));

async function importCsv(csv: string, label: string, catalog: string | null) {
  const parsed = parsePlanogram('csv', csv);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { planogram, suggested } = parsed;
  const imported = await db.transaction((tx) =>
    importVersion(tx, {
      planogram,
      code: 'snacks',
      name: 'Snacks',
      label,
      catalog: catalog ?? suggested.catalog ?? null,
      effectiveFrom: null,
      effectiveTo: null,
      sourceFormat: 'csv',
      sourceSha256: label.padEnd(64, '0'),
      createdBy: 'test',
    }),
  );
  if ('problem' in imported) throw new Error(imported.problem);
  return imported;
}

test('an exported version that is imported again changes no product and no score of any version', async () => {
  const [before, known] = [await scores(), await products()];
  expect(before[0]?.score).toBeGreaterThan(0.9);
  const planogram = await readPlanogram(db, firstId);
  const identity = { code: 'snacks', label: 'snacks-again' };

  const unnamed = await importCsv(exportPlanogramCsv(planogram, identity), 'snacks-again', null);
  expect(unnamed).toMatchObject({ isNew: true, catalog: 'test', catalogBefore: 'test' });
  const named = exportPlanogramCsv(planogram, { ...identity, catalog: 'test' });
  expect(await importCsv(named, 'snacks-once-more', null)).toMatchObject({ catalog: 'test' });
  expect(await products()).toEqual(known);
  expect(await scores()).toEqual(before);
});

test('the same products in another catalogue change no score of the versions before', async () => {
  const before = await scores();
  const planogram = await readPlanogram(db, firstId);
  const moved = await importCsv(exportPlanogramCsv(planogram, { code: 'snacks' }), 'snacks-moved', 'other');
  expect(moved).toMatchObject({ catalog: 'other', catalogBefore: 'test' });
  expect(await db.$count(product)).toBe(120);
  expect(await scores()).toEqual(before);
});

test('a file without names and sizes keeps what the catalogue knows, and finds products by their GTIN', async () => {
  const planogram = await readPlanogram(db, firstId);
  const gtin = '04006381333931';
  const [first] = planogram.products;
  await importPts(gtin, first?.sku ?? '');
  const all = await products();
  const renamed = all.filter(({ catalog }) => catalog === 'pts');
  expect(renamed).toMatchObject([{ sku: first?.sku, gtin, name: 'Known', widthMm: 77, heightMm: 188 }]);

  async function importPts(code: string, sku: string) {
    await db
      .insert(product)
      .values({ catalog: 'pts', sku, gtin: code, name: 'Known', widthMm: 77, heightMm: 188 });
    const one = { ...planogram.products[0], id: 'x', sku: code.slice(1), gtin: code, name: code.slice(1) };
    const position = { ...planogram.positions[0], productId: 'x' };
    await db.transaction((tx) =>
      importVersion(tx, {
        planogram: { ...planogram, products: [one], positions: [position] } as typeof planogram,
        code: 'pts',
        name: 'PTS',
        label: 'pts-1',
        catalog: 'pts',
        effectiveFrom: null,
        effectiveTo: null,
        sourceFormat: 'pts',
        sourceSha256: 'f'.repeat(64),
        createdBy: 'test',
      }),
    );
  }
});
