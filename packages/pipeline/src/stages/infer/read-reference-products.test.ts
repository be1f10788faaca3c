import { product, versionMapping } from '@gondola/db';
import { createTestDatabase } from '@gondola/db/testing';
import { importEditions, secondEdition, sixtyPositions } from '@gondola/testkit/scored-captures';
import { tinyWorld } from '@gondola/testkit/tiny-world';
import { afterAll, expect, test } from 'vitest';
import { importVersion } from '../../planogram-versions/import-version.ts';
import { readReferenceProducts } from './read-reference-products.ts';

const { db, url } = await createTestDatabase('offered');
const world = await tinyWorld(db, url);
afterAll(() => world.stop());
const { firstId, bayId } = await importEditions(db, world.device);
const takenAt = new Date();
const readProducts = () => readReferenceProducts(db, { bayId, takenAt, versionId: firstId });

test('a planogram whose neighbours plan the same products is returned unchanged, as the same object', async () => {
  expect((await readProducts()).products).toHaveLength(60);
  expect(await readProducts()).toBe(await readProducts());
});

test('products with a valid alias and products of the next version are added', async () => {
  const [old] = await db
    .insert(product)
    .values({ catalog: 'test', sku: 'OLD', name: 'Old pack', widthMm: 90, heightMm: 200 })
    .returning();
  const plan = await readProducts();
  await db.insert(versionMapping).values({
    fromVersionId: firstId,
    toVersionId: firstId,
    kind: 'ALIAS',
    fromProductId: old?.id ?? '',
    toProductId: plan.products[0]?.id ?? '',
    graceUntil: new Date(takenAt.getTime() + 86_400_000),
    createdBy: 'test',
  });
  const third = secondEdition(sixtyPositions());
  const renewed = third.products.map((one) => (one.id === 'P7' ? { ...one, sku: 'P7-NEW' } : one));
  await db.transaction((tx) =>
    importVersion(tx, {
      planogram: { ...third, products: renewed },
      code: 'snacks',
      name: 'Snacks',
      label: 'snacks-2026-46',
      catalog: 'test',
      effectiveFrom: new Date('2026-11-01T00:00:00Z'),
      effectiveTo: null,
      sourceFormat: 'gondola',
      sourceSha256: '46'.padEnd(64, '0'),
      createdBy: 'test',
    }),
  );
  const shown = await readProducts();
  expect(shown.positions).toBe(plan.positions);
  expect(
    shown.products
      .map(({ sku }) => sku)
      .filter((sku) => !/^P\d+$/.test(sku))
      .sort(),
  ).toEqual(['OLD', 'P7-NEW']);
  expect(await readProducts()).toBe(shown);
});

test('a product whose grace period has ended is not added', async () => {
  const later = new Date(takenAt.getTime() + 2 * 86_400_000);
  const shown = await readReferenceProducts(db, { bayId, takenAt: later, versionId: firstId });
  expect(shown.products.map(({ sku }) => sku)).not.toContain('OLD');
});
