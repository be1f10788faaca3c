import { expect, test } from 'vitest';
import { psa, row } from '../../broken-files.testing.ts';
import { listPlanograms } from '../../list-planograms.ts';
import { parsePlanogram } from '../../parse-planogram.ts';
import { psaRecord, type Rows, samplePsa, writePsa } from '../../sample-rows.testing.ts';
import type { ParseOptions } from '../planogram-format.ts';
import { psaColumns } from './columns.ts';

function read(content: string | Uint8Array, options: ParseOptions = { unitMm: 10 }) {
  const result = parsePlanogram('psa', content, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}
const changed = (change: (rows: Rows) => void, options?: ParseOptions) => read(psa(change), options);
const sample = read(psa(() => {}));

test('heights above the floor become distances from the top, in millimetres', () => {
  expect(sample.planogram.shelves.map(({ id, number, yMm }) => [id, number, yMm])).toEqual([
    ['lower', 1, 1700],
    ['upper', 2, 1200],
  ]);
  expect(sample.planogram.positions[1]).toMatchObject({
    id: '102',
    shelfNumber: 1,
    sequence: 2,
    xMm: 210,
    yMm: 1340,
    heightMm: 360,
    facings: { horizontal: 1, vertical: 2, depth: 1 },
  });
});

test('name, code and period are read from the file', () => {
  expect(sample.suggested).toEqual({
    name: 'Snacks',
    code: 'SN',
    effectiveFrom: '2026-11-23T00:00:00Z',
    effectiveTo: '2026-12-24T00:00:00Z',
  });
});

test('a period that cannot be read is noted and left out', () => {
  const { suggested, notes } = changed(
    (rows) => (row(rows, 8)[psaColumns.Planogram.effective[0]] = 'week 47'),
  );
  expect(suggested).not.toHaveProperty('effectiveFrom');
  expect(notes).toContainEqual(expect.stringMatching(/“Date effective” .* is “week 47”, which is no date/));
});

test.each([
  ['PROSPACE SCHEMATIC FILE   '],
  ['PROSPACE SCHEMATIC FILE; Version 8.0'],
  ['\uFEFFPROSPACE SCHEMATIC FILE'],
])('the first line may be %j', (line) => {
  expect(changed((rows) => (row(rows, 1)[0] = line)).planogram).toEqual(sample.planogram);
});

test('line ends, an old version line, missing and extra cells are ignored', () => {
  const text = psa((rows) => {
    row(rows, 2)[0] = ';V8.0.1.2';
    row(rows, 5).push('', '', '');
    rows.push(['Drawing', '5'], ['3D point', '1'], ['']);
  });
  expect(read(text.replaceAll('\r\n', '\n')).planogram).toEqual(sample.planogram);
});

test('products may follow the planogram', () => {
  const rows = samplePsa();
  const text = writePsa([...rows.slice(0, 4), ...rows.slice(7), ...rows.slice(4, 7)]);
  expect(read(text).planogram.products.map(({ sku }) => sku)).toEqual(['A', 'B', 'C']);
});

test('the unit, inches or centimetres, is guessed by the height of a bay, and noted', () => {
  const metric = read(
    psa(() => {}),
    {},
  );
  expect(metric.notes[0]).toMatch(/Read as centimetres.*1000 mm wide and 1800 mm high/);
  const inches = writePsa([
    ...samplePsa().slice(0, 4),
    psaRecord('Planogram', { name: 'Endless', width: 240, height: 72 }),
    ...[1, 2, 3, 4, 5].map((key) => psaRecord('Segment', { key, width: 48 })),
    psaRecord('Fixture', { type: 0, x: 0, y: 6, width: 240, height: 1 }),
    psaRecord('Position', { id: 'A', x: 200, y: 7, width: 4, height: 8, hFacings: 1 }),
  ]);
  expect(read(inches, {}).notes[0]).toMatch(/Read as inches.*6096 mm wide/);
});

test('a UPC without check digit gets one, a UPC-E is expanded, and the GTIN may stand in the ID', () => {
  const gtins = (upc: string, id: string) =>
    changed((rows) => {
      for (const line of [6, 12]) row(rows, line).splice(1, 2, upc, id);
    }).planogram.products[1]?.gtin;
  expect(gtins('01234567890', 'B')).toBe('00012345678905');
  expect(gtins('1234567890', 'B')).toBe('00012345678905');
  expect(gtins('04252614', 'B')).toBe('00042100005264');
  expect(gtins('9001', '4006381333948')).toBe('04006381333948');
  expect(gtins('9001', '77')).toBeNull();
});

test('all UPCs of a file together say whether eleven digits lack a zero or their check digit', () => {
  const gtins = (...upcs: [string, string]) =>
    changed((rows) => {
      for (const line of [5, 11, 15]) row(rows, line)[1] = upcs[0];
      for (const line of [6, 12]) row(rows, line)[1] = upcs[1];
    });
  const of = ({ planogram }: ReturnType<typeof gtins>) =>
    planogram.products.slice(0, 2).map(({ gtin }) => gtin);
  expect(of(gtins('36000291452', '49000000443'))).toEqual(['00036000291452', '00049000000443']);
  expect(of(gtins('03600029145', '04900000044'))).toEqual(['00036000291452', '00049000000443']);
  const unclear = gtins('36000291452', '49000000444');
  expect(of(unclear)).toEqual([null, null]);
  expect(unclear.notes).toContainEqual(expect.stringMatching(/UPC of A, B may lack .* does not say which/));
});

test('numbers for use inside a company are imported and noted', () => {
  const { notes } = changed((rows) => {
    for (const line of [6, 12]) row(rows, line)[1] = '2012345678903';
  });
  expect(notes).toContainEqual(
    expect.stringMatching(/02012345678903 is of a number range for use inside one company/),
  );
});

test('a code of GTIN length with a wrong check digit is no GTIN, and is noted', () => {
  const { planogram, notes } = changed((rows) => {
    for (const line of [6, 12]) row(rows, line)[1] = '4006381333949';
  });
  expect(planogram.products[1]).toMatchObject({ sku: 'B', gtin: null });
  expect(notes).toContain('The UPC of B has a wrong check digit; taken as a number of the retailer’s own.');
});

test('positions find their product by UPC and ID together, by UPC, or by ID, zeros in front or not', () => {
  const skus = (change: (rows: Rows) => void) => {
    const { positions, products } = changed(change).planogram;
    const names = new Map(products.map(({ id, name }) => [id, name]));
    return positions.map(({ id, productId }) => `${id} ${names.get(productId)}`);
  };
  const expected = ['101 Apple rings', '102 Beet crisps', '104 Apple rings', '103 Corn puffs'];
  expect(skus((rows) => (row(rows, 11)[2] = ''))).toEqual(expected);
  expect(skus((rows) => (row(rows, 11)[1] = ''))).toEqual(expected);
  expect(skus((rows) => (row(rows, 12)[1] = '1234567890'))).toEqual(expected);
  // The same UPC on two products: the ID distinguishes them.
  expect(skus((rows) => rows.splice(5, 0, row(rows, 5).with(2, 'A2').with(3, 'Apple rings, new')))).toEqual(
    expected,
  );
});

test('a position without Product record creates its product, with a note', () => {
  const { planogram, notes } = changed((rows) => rows.splice(5, 1));
  expect(planogram.products.find(({ sku }) => sku === 'B')).toMatchObject({
    gtin: '00012345678905',
    name: 'B',
    widthMm: 120,
    heightMm: 180,
  });
  expect(notes).toContainEqual('The file has no Product record for B; made from what the positions say.');
});

test('products without a position in the planogram are left out', () => {
  const { planogram } = changed((rows) => rows.splice(4, 0, row(rows, 5).with(2, 'Z').with(1, '9')));
  expect(planogram).toEqual(sample.planogram);
});

test('missing sizes follow from block, facings and orientation', () => {
  const { planogram } = changed((rows) => {
    for (const line of [11, 15]) row(rows, line).splice(5, 1, '0');
  });
  expect(planogram.positions[0]?.widthMm).toBe(200);
  // It shows its side, which is 5 cm deep.
  expect(planogram.positions[2]).toMatchObject({ id: '104', orientation: 'side', widthMm: 50 });
});

test('of several planograms the requested one is read, by name or key, with its own positions only', () => {
  const rows = samplePsa();
  const second = rows
    .slice(7)
    .map((cells) => (cells[0] === 'Planogram' ? cells.with(1, 'Drinks').with(2, '2') : cells));
  second.pop();
  const text = writePsa([...rows, ...second]);
  expect(listPlanograms('psa', text)).toEqual({
    planograms: [
      { name: 'Snacks', key: '1' },
      { name: 'Drinks', key: '2' },
    ],
  });
  expect(read(text, { planogram: 'Snacks', unitMm: 10 }).planogram.positions).toHaveLength(4);
  expect(read(text, { planogram: 'Drinks', unitMm: 10 }).planogram.positions).toHaveLength(3);
  expect(read(text, { planogram: '2', unitMm: 10 }).suggested.name).toBe('Drinks');
});

test('a pegboard is a shelf for each row of hooks; signs and obstructions are left out and noted', () => {
  const { planogram, notes } = changed((rows) => {
    row(rows, 13)[1] = '7';
    const peg = (key: number, x: number, y: number) =>
      psaRecord('Position', { upc: '', id: 'C', key, x, width: 9, y, height: 22, hFacings: 1 });
    rows.push(
      peg(105, 20, 100),
      peg(106, 40, 102),
      psaRecord('Fixture', { type: 11, name: 'sale', x: 0, y: 0, width: 9 }),
    );
    rows.push(psaRecord('Fixture', { type: 10, name: 'pillar', x: 0, y: 0, width: 9 }));
  });
  expect(planogram.shelves.map(({ id }) => id)).toEqual(['lower', 'upper row 1', 'upper row 2']);
  expect(planogram.positions.filter(({ shelfNumber }) => shelfNumber === 3).map(({ id }) => id)).toEqual([
    '105',
    '106',
  ]);
  expect(notes).toEqual(
    expect.arrayContaining([
      '1 sign left out: nothing stands there.',
      '1 obstruction left out: nothing stands there.',
      'Products on pegboards, bars and rods are read as 2 shelves, one for each row.',
    ]),
  );
});

test('shelves with equal names get their segment’s number; a segment without offset follows the one before', () => {
  const text = writePsa([
    ...samplePsa().slice(0, 7),
    psaRecord('Planogram', { name: 'Two bays', width: 0, height: 180 }),
    psaRecord('Segment', { key: 1, width: 100, offsetX: 0 }),
    psaRecord('Segment', { key: 2, width: 80, offsetX: 0 }),
    ...[0, 100].flatMap((x) => [
      psaRecord('Fixture', { type: 0, name: 'base', x, width: 80, y: 7, height: 3 }),
      psaRecord('Position', { id: 'C', key: x + 1, x: x + 5, width: 9, y: 10, height: 22, hFacings: 1 }),
    ]),
  ]);
  const { planogram } = read(text);
  expect(planogram.widthMm).toBe(1800);
  expect(planogram.shelves.map(({ id }) => id)).toEqual(['1/base', '2/base']);
});

test('trays and caps are noted, once each', () => {
  const { notes } = changed((rows) => {
    row(rows, 11)[psaColumns.Position.merchStyle[0]] = '1';
    row(rows, 10)[psaColumns.Fixture.merchStyle[0]] = '2';
    row(rows, 12)[psaColumns.Position.merchStyle[0]] = '-1';
    row(rows, 14)[psaColumns.Position.yCap[0]] = '1';
  });
  expect(notes).toEqual(
    expect.arrayContaining([
      '1 position is planned in trays; each of them counts as one facing.',
      '1 position is planned in cases; each of them counts as one facing.',
      expect.stringMatching(/^1 position is planned with caps/),
    ]),
  );
});

test('a product slightly above the planogram enlarges the bay, with a note', () => {
  const { planogram, notes } = changed((rows) => {
    row(rows, 13)[psaColumns.Fixture.y[0]] = '167';
    for (const line of [14, 15]) row(rows, line)[psaColumns.Position.y[0]] = '170';
  });
  expect(planogram.heightMm).toBe(1920);
  expect(notes).toContainEqual(
    'The drawing sticks out of its planogram of 100 by 180; the bay is taken as 100 by 192.',
  );
});

test('positions that share a key are numbered in the file’s order', () => {
  const { planogram, notes } = changed((rows) => (row(rows, 12)[3] = '101'));
  expect(planogram.positions.map(({ id }) => id)).toEqual(['1', '2', '4', '3']);
  expect(notes).toContainEqual(expect.stringMatching(/numbered in the file’s order/));
});
