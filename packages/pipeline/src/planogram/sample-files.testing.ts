/** Small valid files, which tests change. Two shelves, three products, four positions. */

export const sampleGondola = () => ({
  format: 'gondola-planogram/1',
  code: 'snacks',
  label: 'snacks-2026-47',
  name: 'Snacks',
  effectiveFrom: '2026-11-23T06:00:00Z' as string | null,
  effectiveTo: '2026-12-24T06:00:00+01:00' as string | null,
  catalog: 'demo',
  widthMm: 1000,
  heightMm: 1000,
  shelves: [
    { id: 'top', xMm: 0, yMm: 450, widthMm: 1000, heightMm: 30 },
    { id: 'bottom', xMm: 0, yMm: 950, widthMm: 1000, heightMm: 30 },
  ],
  products: [
    {
      sku: 'A',
      gtin: '4006381333931' as string | null,
      name: 'Apple rings',
      brand: 'Orchard',
      widthMm: 100,
      heightMm: 200,
    },
    {
      sku: 'B',
      gtin: '96385074' as string | null,
      name: 'Beet crisps',
      category: 'Crisps',
      widthMm: 120,
      heightMm: 180,
    },
    { sku: 'C', gtin: null as string | null, name: 'Corn puffs', widthMm: 90, heightMm: 220, depthMm: 60 },
  ],
  positions: [
    { id: '1', sku: 'A', shelf: 'bottom', xMm: 0, facings: { horizontal: 2, vertical: 1, depth: 3 } },
    { id: '2', sku: 'B', shelf: 'bottom', xMm: 210, yMm: 590, facings: { horizontal: 1, vertical: 2 } },
    { id: '3', sku: 'C', shelf: 'top', xMm: 500 },
    { id: '4', sku: 'A', shelf: 'top', xMm: 10, orientation: 'side' },
  ],
});

export const sampleAzure = () => ({
  width: 40,
  height: 60,
  products: [
    { id: '0001', name: 'Apple rings', w: 4, h: 8 },
    { id: '4006381333931', name: 'Beet crisps', w: 5, h: 7 },
  ],
  fixtures: [
    { id: 'f-top', w: 40, h: 1.5, x: 0, y: 20 },
    { id: 'f-bottom', w: 40, h: 1.5, x: 0, y: 50 },
  ],
  positions: [
    { id: 'p2', productId: '0001', fixtureId: 'f-bottom', x: 10, y: 42 },
    { id: 'p1', productId: '0001', fixtureId: 'f-bottom', x: 5, y: 42 },
    { id: 'p3', productId: '4006381333931', fixtureId: 'f-top', x: 1, y: 13 },
  ],
});

/** Converts `productId` to `ProductId` at all depths. */
export function inPascalCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inPascalCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key.charAt(0).toUpperCase() + key.slice(1),
      inPascalCase(member),
    ]),
  );
}
