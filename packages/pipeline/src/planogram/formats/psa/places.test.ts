import { expect, test } from 'vitest';
import { psa, row } from '../../broken-files.testing.ts';
import { parsePlanogram } from '../../parse-planogram.ts';
import { planned } from '../../random-planogram.testing.ts';
import { psaRecord, type Rows, samplePsa, writePsa } from '../../sample-rows.testing.ts';
import type { ParseOptions } from '../planogram-format.ts';
import { psaColumns } from './columns.ts';

function read(content: string, options: ParseOptions = { unitMm: 10 }) {
  const result = parsePlanogram('psa', content, options);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}
function problemsOf(content: string) {
  const result = parsePlanogram('psa', content, { unitMm: 10 });
  if (!('problems' in result)) throw new Error('it was imported');
  return result.problems;
}
const { Fixture, Position, Project } = psaColumns;
const sample = read(psa(() => {}));
const tagged = (rows: Rows, tag: string) => rows.filter(([name]) => name === tag);
const others = (rows: Rows) => rows.filter(([name]) => name !== 'Fixture' && name !== 'Position');

test('fixtures that all come before the positions, or after, get the positions at their place', () => {
  const rows = samplePsa();
  const [fixtures, positions] = [tagged(rows, 'Fixture'), tagged(rows, 'Position')];
  for (const order of [
    [...fixtures, ...positions],
    [...fixtures.toReversed(), ...positions],
    [...positions, ...fixtures],
  ]) {
    const { planogram, notes } = read(writePsa([...others(rows), ...order]));
    expect(planned(planogram)).toEqual(planned(sample.planogram));
    expect(notes).toContainEqual(expect.stringMatching(/each is on the one at its place/));
  }
});

test('side by side shelves of one height take the positions above them', () => {
  const rows = samplePsa().slice(0, 7);
  const shelf = (name: string, x: number) =>
    psaRecord('Fixture', { type: 0, name, x, width: 50, y: 7, height: 3 });
  const item = (key: number, x: number) =>
    psaRecord('Position', { id: 'C', key, x, width: 9, y: 10, height: 22, hFacings: 1 });
  const { planogram } = read(
    writePsa([
      ...rows,
      psaRecord('Planogram', { name: 'Two', width: 100, height: 180 }),
      shelf('left', 0),
      shelf('right', 50),
      item(1, 60),
      item(2, 10),
      item(3, 45),
    ]),
  );
  const names = new Map(planogram.shelves.map(({ id, number }) => [number, id]));
  expect(planogram.positions.map(({ id, shelfNumber }) => [id, names.get(shelfNumber)])).toEqual([
    ['2', 'left'],
    ['3', 'left'],
    ['1', 'right'],
  ]);
});

test('a position without Y in a file whose order does not tell is refused', () => {
  const rows = samplePsa();
  const text = writePsa([
    ...others(rows),
    ...tagged(rows, 'Fixture'),
    ...tagged(rows, 'Position').map((cells, i) => (i === 0 ? cells.with(Position.y[0], '') : cells)),
  ]);
  expect(problemsOf(text)).toEqual([
    {
      path: 'line 12, column "Y"',
      code: 'FIELD_MISSING',
      message: expect.stringMatching(/order of the records does not say the fixture/),
    },
  ]);
});

test('the numbers of the file decide whether X and Y count from the planogram or from the fixture', () => {
  const at = (x: number, from: 'planogram' | 'bottom' | 'top') => {
    const rows = samplePsa().slice(0, 7);
    const shelves = [0, 100].flatMap((left) =>
      [7, 80].flatMap((y) => [
        psaRecord('Fixture', { type: 0, name: `s${left}-${y}`, x: left, width: 100, y, height: 3 }),
        ...[2, 40, 85].map((offset) =>
          psaRecord('Position', {
            id: 'C',
            key: left * 1000 + y * 100 + offset,
            x: offset + (x === 0 ? left : 0),
            width: 9,
            y: { planogram: y + 3, bottom: 3, top: 0 }[from],
            height: 22,
            hFacings: 1,
          }),
        ),
      ]),
    );
    return read(
      writePsa([...rows, psaRecord('Planogram', { name: 'Two', width: 200, height: 180 }), ...shelves]),
    );
  };
  const absolute = at(0, 'planogram');
  for (const [x, from] of [
    [1, 'planogram'],
    [0, 'bottom'],
    [1, 'bottom'],
    [1, 'top'],
  ] as const) {
    const { planogram, notes } = at(x, from);
    expect(planogram).toEqual(absolute.planogram);
    expect(notes.join(' ')).toMatch(
      x === 1 ? /“X” of positions counts from their fixture/ : /“Y” of positions/,
    );
    expect(absolute.notes.join(' ')).not.toMatch(/of positions counts/);
  }
});

test('a position that stands at the height of another fixture than it follows is refused with both heights', () => {
  expect(problemsOf(psa((rows) => (row(rows, 12)[Position.y[0]] = '60')))).toContainEqual({
    path: 'line 12, column "Y"',
    code: 'ROWS_DISAGREE',
    message:
      '“Y” (cell 7 of the Position record) puts the position at 60, but its fixture “lower” in line 10 has its top at 10; at that height is fixture “upper” in line 13 with its top at 60.',
  });
  expect(problemsOf(psa((rows) => (row(rows, 14)[Position.y[0]] = '10')))).toContainEqual({
    path: 'line 14, column "Y"',
    code: 'ROWS_DISAGREE',
    message: expect.stringMatching(/at 10, but its fixture “upper” in line 13 has its top at 60; .*“lower”/),
  });
});

test('a position that hangs in the air, or beside its fixture, is refused', () => {
  expect(problemsOf(psa((rows) => (row(rows, 14)[Position.y[0]] = '130')))).toEqual([
    expect.objectContaining({ path: 'line 14, column "Y"', code: 'ROWS_DISAGREE' }),
  ]);
  expect(problemsOf(psa((rows) => (row(rows, 13)[Fixture.width[0]] = '10')))).toContainEqual({
    path: expect.stringMatching(/column "X"$/),
    code: 'ROWS_DISAGREE',
    message: expect.stringMatching(/its fixture “upper” in line 13 reaches from 0 to 10/),
  });
});

test('positions at one place are refused; one behind the other, one on the other, or a slight overlap are not', () => {
  const moved = (x: string, change: (rows: Rows) => void = () => {}) =>
    psa((rows) => {
      row(rows, 12)[Position.x[0]] = x;
      change(rows);
    });
  expect(problemsOf(moved('2'))).toContainEqual({
    path: 'line 12, column "X"',
    code: 'ROWS_DISAGREE',
    message: expect.stringMatching(/from 2 to \d+, but that of line 11 is there, from 0 to 20/),
  });
  expect(read(moved('18')).notes).toContain('Positions overlap: lines 11 and 12.');
  const behind = moved('2', (rows) => {
    for (const [line, z] of [
      [11, '0'],
      [12, '20'],
    ] as const) {
      row(rows, line)[Position.z[0]] = z;
      row(rows, line)[Position.depth[0]] = '20';
    }
  });
  expect(read(behind).planogram.positions).toHaveLength(4);
  const stacked = moved('0', (rows) => (row(rows, 12)[Position.y[0]] = '30'));
  expect(read(stacked).planogram.positions).toHaveLength(4);
});

test.each([
  ['0', 25.4],
  ['1', 10],
])('unit %s of the Project record is %s mm, without a guess', (unit, unitMm) => {
  const { planogram, notes } = read(
    psa((rows) => (rows[3] = psaRecord('Project', { key: 0, unit }))),
    {},
  );
  expect(planogram.widthMm).toBe(100 * unitMm);
  expect(notes.join(' ')).not.toMatch(/does not say its unit/);
  const isDoubtful = /The file states inches.* its sizes look like centimetres/.test(notes.join(' '));
  expect(isDoubtful).toBe(unit === '0');
});

test('the key that the project states joins positions to products', () => {
  const skus = (key: string) =>
    read(
      psa((rows) => {
        row(rows, 4)[Project.key[0]] = key;
        row(rows, 4)[2] ??= '';
        // The UPC of A beside the ID of B.
        row(rows, 12)[Position.upc[0]] = '4006381333931';
      }),
    ).planogram.positions.map(({ productId }) => productId);
  expect(skus('0')[1]).toBe('A');
  expect(skus('1')[1]).toBe('B');
  expect(() => skus('')).toThrow(/products in lines 5 and 6, which differ/);
});
