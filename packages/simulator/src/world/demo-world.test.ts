import { checkDigitOf, exportPlanogram, parsePlanogram } from '@gondola/pipeline/planogram';
import { expect, test } from 'vitest';
import { assortments } from './assortments.ts';
import { demoWorld } from './demo-world.ts';
import { gtinCheckDigit } from './gtin.ts';
import { layOutBay } from './lay-out-bay.ts';

const world = demoWorld();

test('the world has three stores with three or four bays, each following an existing version', () => {
  expect(world.stores).toHaveLength(3);
  for (const { code, bays } of world.stores) {
    expect(code).toMatch(/^\d{4}$/);
    expect([3, 4]).toContain(bays.length);
    for (const { aisle, label, staleLabel } of bays) {
      expect(aisle).toMatch(/^A\d\d-B\d\d$/);
      expect(world.versions.has(label)).toBe(true);
      if (staleLabel !== null)
        expect(world.versions.get(staleLabel)?.category).toBe(world.versions.get(label)?.category);
    }
  }
  expect(world.stores.flatMap((s) => s.bays).some((b) => b.staleLabel !== null)).toBe(true);
});

test('every planogram has 4 to 6 shelves, 25 to 60 positions and 1 to 4 facings, inside its bay', () => {
  for (const { planogram } of world.versions.values()) {
    expect(planogram.shelves.length).toBeGreaterThanOrEqual(4);
    expect(planogram.shelves.length).toBeLessThanOrEqual(6);
    expect(planogram.positions.length).toBeGreaterThanOrEqual(25);
    expect(planogram.positions.length).toBeLessThanOrEqual(60);
    for (const position of planogram.positions) {
      expect(position.facings.horizontal).toBeGreaterThanOrEqual(1);
      expect(position.facings.horizontal).toBeLessThanOrEqual(4);
      expect(position.xMm).toBeGreaterThanOrEqual(0);
      expect(position.xMm + position.widthMm).toBeLessThanOrEqual(planogram.widthMm);
      const shelf = planogram.shelves.find((s) => s.number === position.shelfNumber);
      expect(position.yMm + position.heightMm).toBeCloseTo(shelf?.yMm ?? Number.NaN, 6);
    }
  }
});

test('an older version of a plan differs from the one in force', () => {
  const older = world.versions.get('snacks-2026-46')?.planogram.positions;
  expect(older).toBeDefined();
  expect(older).not.toEqual(world.versions.get('snacks-2026-47')?.planogram.positions);
});

test('every product has a GTIN-14 of the demonstration range with a right check digit', () => {
  // 4006381333931 is the most common published example.
  expect(gtinCheckDigit('400638133393')).toBe(1);
  const gtins = new Map<string, string>();
  for (const { products } of world.versions.values())
    for (const { gtin, sku } of products) {
      expect(gtin).toMatch(/^0952\d{10}$/);
      expect(gtinCheckDigit(gtin?.slice(0, 13) ?? '')).toBe(Number(gtin?.[13]));
      gtins.set(gtin ?? '', sku);
    }
  expect(gtins.size).toBe(new Set(gtins.values()).size);
  expect(String(checkDigitOf('0952110000001'))).toBe(String(gtinCheckDigit('0952110000001')));
});

test('a planogram survives the round trip through its file', () => {
  for (const { planogram, label, category } of world.versions.values()) {
    const parsed = parsePlanogram(
      'gondola',
      exportPlanogram(planogram, { code: category, label, catalog: world.catalog }),
    );
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.planogram).toEqual(planogram);
    expect(parsed.suggested).toMatchObject({ code: category, label, catalog: 'demo' });
  }
});

test('the same seed lays the same bay out, another seed another', () => {
  const [snacks] = assortments;
  if (!snacks) throw new Error('no assortment');
  expect(layOutBay(snacks, 'a')).toEqual(layOutBay(snacks, 'a'));
  expect(layOutBay(snacks, 'a').planogram).not.toEqual(layOutBay(snacks, 'b').planogram);
});
