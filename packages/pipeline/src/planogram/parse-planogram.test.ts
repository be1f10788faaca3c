import { expect, test } from 'vitest';
import { exportPlanogram } from './export-planogram.ts';
import type { ParseOptions, PlanogramFileFormat } from './formats/planogram-format.ts';
import { parsePlanogram } from './parse-planogram.ts';
import { inPascalCase, sampleAzure, sampleGondola } from './sample-files.testing.ts';

function parsed(format: PlanogramFileFormat, file: unknown, options: ParseOptions = {}) {
  const result = parsePlanogram(format, JSON.stringify(file), options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

test('an Azure planogram gives the same result in both spellings, wrapped or bare, alone or in a match request', () => {
  const bare = parsed('azure', sampleAzure());
  const request = { planogram: sampleAzure(), detectedProducts: { products: [], gaps: [] } };
  for (const file of [
    inPascalCase(sampleAzure()),
    { planogram: sampleAzure() },
    inPascalCase({ planogram: sampleAzure() }),
    request,
  ]) {
    expect(parsed('azure', file)).toEqual(bare);
  }
});

test('fixtures of an Azure planogram are shelves, numbered from the bottom, with positions from left to right', () => {
  const { planogram } = parsed('azure', sampleAzure(), { unitMm: 10 });
  expect(planogram.shelves.map(({ id, number, yMm }) => [id, number, yMm])).toEqual([
    ['f-bottom', 1, 500],
    ['f-top', 2, 200],
  ]);
  expect(planogram.positions.map((p) => [p.id, p.shelfNumber, p.sequence, p.xMm])).toEqual([
    ['p1', 1, 1, 50],
    ['p2', 1, 2, 100],
    ['p3', 2, 1, 10],
  ]);
});

test('an Azure product id is the SKU, and the GTIN too when it is one', () => {
  const { products } = parsed('azure', sampleAzure()).planogram;
  expect(products.map(({ sku, gtin }) => [sku, gtin])).toEqual([
    ['0001', null],
    ['4006381333931', '04006381333931'],
  ]);
});

test.each([
  ['centimetres', 1, 40, 10],
  ['inches', 0.3937, 40, 25.4],
  ['millimetres', 10, 40, 1],
])('the unit of a drawing in %s is recognised by its size and noted', (unit, factor, _width, unitMm) => {
  const file = sampleAzure();
  const real = { bayWidth: 120, bayHeight: 180 };
  const scale = (real.bayWidth / 40) * factor;
  const stretched = {
    width: 40 * scale,
    height: 60 * scale,
    products: file.products.map((p) => ({ ...p, w: p.w * scale, h: p.h * scale })),
    fixtures: file.fixtures.map((f) => ({ ...f, w: f.w * scale, h: f.h * scale, y: f.y * scale })),
    positions: file.positions.map((p) => ({ ...p, x: p.x * scale, y: p.y * scale })),
  };
  const { planogram, notes } = parsed('azure', stretched);
  expect(notes[0]).toContain(unit);
  expect(planogram.widthMm).toBeCloseTo(40 * scale * unitMm, 3);
  expect(parsed('azure', stretched, { unitMm }).notes).toEqual([]);
});

test('our own file contains its identity, and missing values follow from product and shelf', () => {
  const { planogram, suggested, notes } = parsed('gondola', sampleGondola());
  expect(suggested).toEqual({
    code: 'snacks',
    label: 'snacks-2026-47',
    name: 'Snacks',
    catalog: 'demo',
    effectiveFrom: '2026-11-23T06:00:00Z',
    effectiveTo: '2026-12-24T06:00:00+01:00',
  });
  expect(notes).toEqual([]);
  expect(planogram.products[0]).toEqual({
    id: 'A',
    sku: 'A',
    gtin: '04006381333931',
    name: 'Apple rings',
    brand: 'Orchard',
    category: null,
    widthMm: 100,
    heightMm: 200,
    depthMm: null,
  });
  expect(planogram.positions[0]).toEqual({
    id: '1',
    productId: 'A',
    shelfNumber: 1,
    sequence: 1,
    xMm: 0,
    yMm: 750,
    widthMm: 200,
    heightMm: 200,
    facings: { horizontal: 2, vertical: 1, depth: 3 },
    orientation: 'front',
  });
  expect(planogram.positions.map((p) => p.id)).toEqual(['1', '2', '4', '3']);
});

test('an exported planogram survives the round trip, from either format', () => {
  for (const { planogram, suggested } of [
    parsed('gondola', sampleGondola()),
    parsed('azure', sampleAzure()),
  ]) {
    const again = parsePlanogram('gondola', exportPlanogram(planogram, suggested));
    expect(again).toMatchObject({ planogram, suggested });
  }
});

test('a byte order mark and Windows line ends are accepted', () => {
  const text = `\uFEFF${JSON.stringify(sampleAzure(), null, 2).replaceAll('\n', '\r\n')}`;
  expect(parsePlanogram('azure', text)).toHaveProperty('planogram');
});

test('an importable oddity is noted', () => {
  const file = sampleGondola();
  file.products.push({ sku: 'D', gtin: null, name: 'Corn puffs', widthMm: 90, heightMm: 100 } as never);
  file.shelves.push({ id: 'middle', xMm: 0, yMm: 700, widthMm: 1000, heightMm: 20 });
  const { notes } = parsed('gondola', file);
  expect(notes).toEqual([
    'No position holds product D.',
    expect.stringContaining('C, D are all called “Corn puffs”'),
    'Nothing is planned on shelf middle.',
  ]);
});
