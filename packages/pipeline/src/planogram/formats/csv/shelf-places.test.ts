import { expect, test } from 'vitest';
import { parsePlanogram } from '../../parse-planogram.ts';
import type { ParseOptions } from '../planogram-format.ts';

const header = 'code,bay,shelf,position,sku,h_facings';

function parse(columns: string, rows: string[], options: ParseOptions = {}) {
  return parsePlanogram('csv', [`${header},${columns}`, ...rows].join('\n'), options);
}
function read(...file: Parameters<typeof parse>) {
  const result = parse(...file);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return {
    notes: result.notes,
    /** Names of the shelves, from the bottom up. */
    shelves: result.planogram.shelves.map(({ id }) => id),
    tops: result.planogram.shelves.map(({ yMm }) => yMm),
  };
}
const problemsOf = (...file: Parameters<typeof parse>) => {
  const result = parse(...file);
  return 'problems' in result ? result.problems : [];
};

test('y that counts up from the floor is proved by blocks that stand on their board', () => {
  const { shelves, tops, notes } = read('y_mm,h_mm,shelf_y_mm,bay_h_mm', [
    'c,1,1,1,A,1,100,200,100,1000',
    'c,1,1,2,B,1,100,150,100,1000',
    'c,1,2,1,A,1,500,200,500,1000',
  ]);
  expect(shelves).toEqual(['1', '2']);
  expect(tops).toEqual([900, 500]);
  expect(notes).toContain('The file’s y counts up from the floor, as its shelves and positions show.');
});

test('y that counts up from the floor is proved by the edge that blocks of different heights share', () => {
  const { shelves, notes } = read('y_mm,h_mm', [
    'c,1,1,1,A,1,100,200',
    'c,1,1,2,B,1,100,120',
    'c,1,2,1,A,1,500,200',
  ]);
  expect(shelves).toEqual(['1', '2']);
  expect(notes).toContain('The file’s y counts up from the floor, as its shelves and positions show.');
});

test('shelf 1 is the uppermost where y counts from the top by proof and grows with the number', () => {
  const { shelves, tops, notes } = read('y_mm,h_mm,shelf_y_mm', [
    'c,1,1,1,A,1,100,200,300',
    'c,1,2,1,A,1,500,200,700',
    'c,1,2,2,B,1,550,150,700',
  ]);
  expect(shelves).toEqual(['2', '1']);
  expect(tops).toEqual([700, 300]);
  expect(notes).toContain('Shelf 1 is the uppermost, as the heights of the shelves show.');
});

const undecided = ['c,1,1,1,A,1,300', 'c,1,2,1,A,1,700'];

test('heights that grow with the shelves’ numbers and prove nothing are a problem with both values', () => {
  expect(problemsOf('shelf_y_mm', undecided)).toEqual([
    {
      path: 'line 3, column "shelf_y_mm"',
      code: 'ROWS_DISAGREE',
      message:
        'Shelf “2” is at 700 mm, and shelf “1” in line 2 at 300 mm. If shelf 1 is the lowest and y counts down from the top, their numbers contradict their heights.',
    },
  ]);
});

test.each([
  [{ yFrom: 'FLOOR' }, ['1', '2']],
  [{ shelvesFrom: 'TOP' }, ['2', '1']],
  [{ shelvesFrom: 'FLOOR' }, ['1', '2']],
  [{ yFrom: 'TOP' }, ['2', '1']],
] as const)('a person’s choice %j decides', (choice, expected) => {
  expect(read('shelf_y_mm', undecided, choice).shelves).toEqual(expected);
});

test('shelves without heights are numbered from the top where a person says so', () => {
  expect(read('w_mm', ['c,1,1,1,A,1,90', 'c,1,2,1,A,1,90'], { shelvesFrom: 'TOP' }).shelves).toEqual([
    '2',
    '1',
  ]);
});

test('choices that contradict the heights are a problem', () => {
  const both = { yFrom: 'TOP', shelvesFrom: 'FLOOR' } as const;
  expect(problemsOf('shelf_y_mm', undecided, both)).toMatchObject([{ code: 'ROWS_DISAGREE' }]);
});

test('one shelf out of order is a problem in its line', () => {
  const rows = ['c,1,1,1,A,1,900', 'c,1,2,1,A,1,300', 'c,1,3,1,A,1,600'];
  expect(problemsOf('shelf_y_mm', rows)).toMatchObject([{ path: 'line 4, column "shelf_y_mm"' }]);
});

test('an order of positions that contradicts x is a problem with both values', () => {
  expect(problemsOf('x_cm,w_cm', ['c,1,1,1,A,1,30,10', 'c,1,1,2,B,1,5,10'])).toEqual([
    {
      path: 'line 3, column "x_cm"',
      code: 'ROWS_DISAGREE',
      message: '“x_cm” puts the position at 50 mm, but the position to its left, of line 2, is at 300 mm.',
    },
  ]);
});

test('two positions in one place are a problem; stacked ones are not', () => {
  expect(problemsOf('x_mm,w_mm', ['c,1,1,1,A,1,0,100', 'c,1,1,2,B,1,20,100'])).toMatchObject([
    {
      path: 'line 3, column "x_mm"',
      message: expect.stringMatching(/from 20 to 120 mm.*line 2.*0 to 100 mm/),
    },
  ]);
  const stacked = ['c,1,1,1,A,1,0,100,200,100', 'c,1,1,2,B,1,0,100,100,100'];
  expect(problemsOf('x_mm,w_mm,y_mm,h_mm', stacked)).toEqual([]);
});

test('a position at the height of another shelf is a problem with both values', () => {
  const rows = ['c,1,1,1,A,1,700,200,900', 'c,1,1,2,B,1,300,200,900', 'c,1,2,1,A,1,300,200,500'];
  expect(problemsOf('y_mm,h_mm,shelf_y_mm', rows)).toEqual([
    {
      path: 'line 3, column "y_mm"',
      code: 'ROWS_DISAGREE',
      message:
        '“y_mm” puts the position’s lower edge at 500 mm, but its shelf “1” is at 900 mm; at that height is shelf “2” at 500 mm.',
    },
  ]);
});

test('problems come in the order of lines, though products are read before shelves', () => {
  const paths = problemsOf('gtin', ['c,1,one,1,A,1,', 'c,1,1,1,B,1,no code', 'c,1,1,2,A,none,']).map(
    ({ path }) => path.slice(0, 6),
  );
  expect(paths).toEqual(['line 2', 'line 3', 'line 4']);
});
