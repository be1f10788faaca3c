import { expect, test } from 'vitest';
import { parsePlanogram } from '../../parse-planogram.ts';

const parse = (...rows: string[]) => parsePlanogram('csv', rows.join('\n'));

function read(...rows: string[]) {
  const result = parse(...rows);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  const { planogram, notes } = result;
  return {
    notes,
    blocks: planogram.positions.map(({ widthMm, heightMm }) => [widthMm, heightMm]),
    products: planogram.products.map(({ widthMm }) => widthMm),
  };
}

const header = 'code,bay,shelf,position,sku,facings,v_facings,width,height';

test('a width that does not grow with the facings is that of one pack', () => {
  const { blocks, products, notes } = read(
    header,
    'c,1,1,1,A,3,1,8,20',
    'c,1,1,2,B,2,1,10,20',
    'c,1,2,1,A,1,1,8,20',
  );
  expect(blocks).toEqual([
    [240, 200],
    [200, 200],
    [80, 200],
  ]);
  expect(products).toEqual([80, 100]);
  expect(notes).toContain('“width” is the width of one pack, as line 4 and line 2 show.');
});

test('a width that grows with the facings is that of the block', () => {
  const { blocks, products } = read(header, 'c,1,1,1,A,3,1,24,20', 'c,1,2,1,A,1,1,8,20');
  expect(blocks.map(([width]) => width)).toEqual([240, 80]);
  expect(products).toEqual([80]);
});

test('the product’s own width proves which one is meant', () => {
  const { blocks, notes } = read(`${header},product_w_cm`, 'c,1,1,1,A,3,1,8,20,8');
  expect(blocks).toEqual([[240, 200]]);
  expect(notes).toContain('“width” is the width of one pack, as line 2 and the product’s width show.');
});

test('a height that does not grow with the vertical facings is that of one pack', () => {
  const { blocks } = read(header, 'c,1,1,1,A,1,2,8,20', 'c,1,2,1,A,1,1,8,20');
  expect(blocks).toEqual([
    [80, 400],
    [80, 200],
  ]);
});

test('rows that prove both are a problem with both values', () => {
  const result = parse(
    header,
    'c,1,1,1,A,3,1,8,20',
    'c,1,1,2,B,2,1,20,20',
    'c,1,2,1,A,1,1,8,20',
    'c,1,2,2,B,1,1,10,20',
  );
  expect(result).toEqual({
    problems: [
      {
        path: 'line 4, column "width"',
        code: 'ROWS_DISAGREE',
        message:
          '“width” is 80 mm, the size of one pack by line 2; in line 5 it is 100 mm, the size of the block by line 3.',
      },
    ],
  });
});

test('in the column that an export writes, a squeezed block does not make others those of one pack', () => {
  const { blocks } = read(
    'code,bay,shelf,position,sku,facings,w_cm,product_w_cm',
    'c,1,1,1,A,3,8,8',
    'c,1,1,2,B,2,20,10',
  );
  expect(blocks.map(([width]) => width)).toEqual([80, 200]);
});
