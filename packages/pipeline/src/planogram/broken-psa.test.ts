import { psa, row, testRefusals } from './broken-files.testing.ts';
import { psaColumns } from './formats/psa/columns.ts';
import { sampleCsv, samplePsa, writeCsv, writePsa } from './sample-rows.testing.ts';

/** Lines of the sample by their records. */
const at = { product: 5, planogram: 8, segment: 9, lower: 10, first: 11, second: 12, upper: 13 } as const;
const cell = (line: number, column: string) => `line ${line}, column "${column}"`;
const set = (line: number, index: number, value: string) =>
  psa((rows) => {
    row(rows, line)[index] = value;
  });

const { Planogram, Segment, Fixture, Position, Product } = psaColumns;
testRefusals([
  [
    'no x of a position',
    'psa',
    set(at.first, Position.x[0], ''),
    cell(at.first, 'X'),
    'FIELD_MISSING',
    /“X” \(cell 5 of the Position record\) is missing/,
  ],
  [
    'no x of a fixture',
    'psa',
    set(at.lower, Fixture.x[0], ''),
    cell(at.lower, 'X'),
    'FIELD_MISSING',
    /of the Fixture record/,
  ],
  [
    'no y of a fixture',
    'psa',
    set(at.upper, Fixture.y[0], ''),
    cell(at.upper, 'Y'),
    'FIELD_MISSING',
    /is missing/,
  ],
  [
    'a shelf of no width',
    'psa',
    set(at.lower, Fixture.width[0], '0'),
    cell(at.lower, 'Width'),
    'FIELD_INVALID',
    /greater than 0/,
  ],
  [
    'no height of the planogram',
    'psa',
    set(at.planogram, Planogram.height[0], '0'),
    cell(at.planogram, 'Height'),
    'FIELD_MISSING',
    /is missing/,
  ],
  [
    'no width of planogram and segments',
    'psa',
    psa((rows) => {
      row(rows, at.planogram)[Planogram.width[0]] = '';
      row(rows, at.segment)[Segment.width[0]] = '';
    }),
    cell(at.planogram, 'Width'),
    'FIELD_MISSING',
    /is missing/,
  ],
  [
    'a position without product',
    'psa',
    psa((rows) => {
      row(rows, at.first)[1] = '';
      row(rows, at.first)[2] = '';
    }),
    cell(at.first, 'UPC'),
    'FIELD_MISSING',
    /“ID” are both empty/,
  ],
  [
    'a product of no size anywhere',
    'psa',
    psa((rows) => {
      row(rows, at.product + 1)[Product.width[0]] = '0';
      row(rows, at.second)[Position.width[0]] = '0';
    }),
    cell(at.product + 1, 'Width'),
    'FIELD_MISSING',
    /no block of the product shows it/,
  ],
  [
    'two products under one UPC and a position without an ID',
    'psa',
    psa((rows) => {
      rows.splice(at.product, 0, row(rows, at.product).with(2, 'A2'));
      for (const line of [at.first + 1, at.first + 5])
        if (row(rows, line)[1] === '4006381333931') row(rows, line)[2] = '';
    }),
    cell(at.first + 1, 'UPC'),
    'REFERENCE_UNKNOWN',
    /products in lines 5 and 6, which differ/,
  ],
  [
    'a position on a sign',
    'psa',
    set(at.lower, Fixture.type[0], '11'),
    cell(at.first, 'UPC'),
    'REFERENCE_UNKNOWN',
    /is on line 10, which is only a sign/,
  ],
  [
    'a position before any fixture',
    'psa',
    psa((rows) => rows.splice(at.lower - 1, 1)),
    cell(at.first - 1, 'UPC'),
    'REFERENCE_UNKNOWN',
    /before any fixture/,
  ],
  [
    'a position far right of the planogram',
    'psa',
    set(at.first, Position.x[0], '120'),
    cell(at.first, 'X'),
    'OUTSIDE_BAY',
    /“101” from 120 to 140; the planogram reaches from 0 to 100/,
  ],
  [
    'a position far above the planogram',
    'psa',
    set(at.second, Position.y[0], '200'),
    cell(at.second, 'Y'),
    'OUTSIDE_BAY',
    /from 200 to 236/,
  ],
  [
    'a shelf far left of the planogram',
    'psa',
    set(at.lower, Fixture.x[0], '-50'),
    cell(at.lower, 'X'),
    'OUTSIDE_BAY',
    /fixture “lower” from -50/,
  ],
  [
    'an end before the beginning',
    'psa',
    set(at.planogram, Planogram.finished[0], '2026-01-01'),
    cell(at.planogram, 'Date finished'),
    'PERIOD_INVALID',
    /later than the effective date/,
  ],
  [
    'no positions',
    'psa',
    psa((rows) => rows.splice(at.lower)),
    'line 8',
    'NOTHING_PLANNED',
    /“Snacks” has no Position/,
  ],
  [
    'no planogram',
    'psa',
    psa((rows) => rows.splice(at.product)),
    'file',
    'NOTHING_PLANNED',
    /no Planogram record/,
  ],
  ['a header alone', 'psa', psa((rows) => rows.splice(3)), 'file', 'NOTHING_PLANNED', /no records/],
  [
    'two planograms and no choice',
    'psa',
    psa((rows) =>
      rows.push(
        ...samplePsa()
          .slice(at.planogram - 1)
          .map((r) => (r[0] === 'Planogram' ? r.with(1, 'Drinks').with(2, '2') : r)),
      ),
    ),
    'line 16, column "Name"',
    'PLANOGRAM_AMBIGUOUS',
    /2 planograms: “Snacks” \(1\), “Drinks” \(2\)/,
  ],
  [
    'a choice that the file does not contain',
    'psa',
    psa(() => {}),
    cell(at.planogram, 'Name'),
    'PLANOGRAM_UNKNOWN',
    /no planogram “Tea”, but “Snacks”/,
    { planogram: 'Tea' },
  ],
  [
    'an unknown code page',
    'psa',
    psa((rows) => (row(rows, 3)[0] = '; Codepage=4711')),
    'line 3',
    'FIELD_INVALID',
    /code page “4711” is not known/,
  ],
  [
    'another first line',
    'psa',
    psa((rows) => (row(rows, 1)[0] = 'SPACEMAN FILE')),
    'line 1',
    'FORMAT_UNKNOWN',
    /begins with “PROSPACE SCHEMATIC FILE”, this one with “SPACEMAN FILE”/,
  ],
  ['a CSV file', 'psa', writeCsv(sampleCsv()), 'file', 'FORMAT_UNKNOWN', /“csv”: choose that/],
  ['an empty file', 'psa', '', 'file', 'ROW_INVALID', /empty/],
  [
    'a NUL character',
    'psa',
    set(at.first, Position.key[0], '1\u00001'),
    `line ${at.first}`,
    'TEXT_INVALID',
    /NUL/,
  ],
  [
    'a name without end',
    'psa',
    set(at.product, Product.name[0], 'x'.repeat(501)),
    cell(at.product, 'Name'),
    'FIELD_INVALID',
    /longer than 500/,
  ],
  [
    'bytes that are no text in the code page',
    'psa',
    Buffer.concat([
      Buffer.from('PROSPACE SCHEMATIC FILE\r\n; Codepage=932\r\n'),
      Buffer.from([0x81, 0x0d, 0x0a]),
    ]),
    'line 3',
    'TEXT_INVALID',
    /encoding shift_jis/,
  ],
  [
    'a file cut off after the header of a record',
    'psa',
    writePsa([...samplePsa().slice(0, 10), ['Position']]),
    cell(11, 'UPC'),
    'FIELD_MISSING',
    /both empty/,
  ],
]);
