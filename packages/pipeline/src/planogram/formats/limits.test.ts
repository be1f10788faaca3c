import { expect, test } from 'vitest';
import { parsePlanogram } from '../parse-planogram.ts';
import { sampleGondola } from '../sample-files.testing.ts';
import { samplePsa, writePsa } from '../sample-rows.testing.ts';
import { planogramLimits } from './limits.ts';
import type { PlanogramFileFormat } from './planogram-format.ts';

const csvHead = 'planogram_code,bay,shelf,position,sku,h_facings';
const csvRow = 'p,1,1,1,a,1';
const ptsHead = '共通棚割情報,V2.0';
const { tableRows, tableColumns, tableCells } = planogramLimits;
const rowsOf = (row: string, count: number) => `${`${row}\n`.repeat(count)}`;

test.each<[string, PlanogramFileFormat, string, string]>([
  ['rows of CSV', 'csv', `${csvHead}\n${rowsOf(csvRow, tableRows)}`, 'file: The file has more than 100,000'],
  ['columns of CSV', 'csv', `${csvHead}${','.repeat(tableColumns)}\n${csvRow}`, 'line 1: Line 1 has more'],
  [
    'columns of a row',
    'csv',
    `${csvHead}\n${','.repeat(tableColumns)}`,
    'line 2: Line 2 has more than 1,000',
  ],
  [
    'cells of CSV',
    'csv',
    `${csvHead}\n${rowsOf(','.repeat(99), tableCells / 100 + 1)}`,
    'file: The file has more than 2,000,000 values',
  ],
  [
    'lines that end by CR',
    'csv',
    `${csvHead}\r${`${csvRow}\r`.repeat(tableRows)}`,
    'file: The file has more',
  ],
  ['rows of PTS', 'pts', `${ptsHead}\n${rowsOf('a,b', tableRows)}`, 'file: The file has more than 100,000'],
  ['columns of PTS', 'pts', `${ptsHead}\n${','.repeat(tableColumns)}`, 'line 2: Line 2 has more than 1,000'],
  [
    'lines of ProSpace',
    'psa',
    `PROSPACE SCHEMATIC FILE\n${rowsOf('Product', tableRows)}`,
    'file: The file has more than 100,000 lines',
  ],
  [
    'cells of a ProSpace record',
    'psa',
    `PROSPACE SCHEMATIC FILE\nProduct${','.repeat(tableColumns)}`,
    'line 2: Line 2 has more than 1,000 columns',
  ],
  [
    'members of an object',
    'azure',
    `{"width":1,"x":{${Array.from({ length: 1_001 }, (_, i) => `"a${i}":1`).join()}}}`,
    '$.x: The file has more than 1,000 members in one object',
  ],
  [
    'values of JSON',
    'gondola',
    `{"format":"gondola-planogram/1","shelves":[${rowsOf('0,', 200_000)}0]}`,
    '$: The file has more than 200,000 values',
  ],
])('too many %s are refused in words', (_, format, content, refusal) => {
  const parsed = parsePlanogram(format, Buffer.from(content));
  if (!('problems' in parsed)) throw new Error('imported');
  expect(parsed.problems.map(({ code }) => code)).toEqual(['TOO_MANY']);
  expect(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join()).toContain(refusal);
});

test('files at the limits are read', () => {
  const spare = ','.repeat(tableColumns - csvHead.split(',').length);
  expect(parsePlanogram('csv', `${csvHead}${spare}\n${csvRow}`)).toHaveProperty('planogram');
  const lines = writePsa(samplePsa());
  const blank = '\n'.repeat(tableRows - lines.split('\n').length);
  expect(parsePlanogram('psa', `${lines}${blank}`)).toHaveProperty('planogram');
  const spread = {
    ...sampleGondola(),
    notes: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [i, i])),
  };
  expect(parsePlanogram('gondola', JSON.stringify(spread))).not.toMatchObject({
    problems: [{ code: 'TOO_MANY' }],
  });
});
