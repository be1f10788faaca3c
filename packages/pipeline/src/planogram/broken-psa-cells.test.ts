import { type BrokenFile, noNumbers, psa, row, testRefusals } from './broken-files.testing.ts';
import { psaColumns } from './formats/psa/columns.ts';

/** Lines of the sample by their records. */
const at = { product: 5, planogram: 8, segment: 9, lower: 10, first: 11, second: 12, upper: 13 } as const;
const cell = (line: number, column: string) => `line ${line}, column "${column}"`;
const set = (line: number, index: number, value: string) =>
  psa((rows) => {
    row(rows, line)[index] = value;
  });

const { Planogram, Segment, Fixture, Position, Product } = psaColumns;
const numbers: [what: string, line: number, column: readonly [number, string]][] = [
  ['a planogram’s width', at.planogram, Planogram.width],
  ['a planogram’s height', at.planogram, Planogram.height],
  ['a segment’s width', at.segment, Segment.width],
  ['a segment’s offset', at.segment, Segment.offsetX],
  ['a fixture’s type', at.lower, Fixture.type],
  ['a fixture’s x', at.lower, Fixture.x],
  ['a fixture’s width', at.lower, Fixture.width],
  ['a fixture’s y', at.upper, Fixture.y],
  ['a fixture’s height', at.upper, Fixture.height],
  ['a position’s x', at.first, Position.x],
  ['a position’s y', at.first, Position.y],
  ['a position’s width', at.first, Position.width],
  ['a position’s height', at.second, Position.height],
  ['horizontal facings', at.first, Position.hFacings],
  ['vertical facings', at.first, Position.vFacings],
  ['depth facings', at.first, Position.dFacings],
  ['a merch style', at.first, Position.merchStyle],
  ['an orientation', at.second, Position.orientation],
  ['caps', at.second, Position.yCap],
  ['a product’s width', at.product, Product.width],
  ['a product’s height', at.product, Product.height],
  ['a product’s depth', at.product, Product.depth],
];
const lengths = numbers.filter(([what]) => /width|height|depth$/.test(what) && !/facings/.test(what));

testRefusals([
  ...numbers.flatMap(([what, line, [index, name]]) =>
    noNumbers.map(
      ([bad, value, message]): BrokenFile => [
        `${bad} as ${what}`,
        'psa',
        set(line, index, value),
        cell(line, name),
        'FIELD_INVALID',
        new RegExp(
          `“${name}” \\(cell ${index + 1} of the \\w+ record\\) .*${message.source}|${message.source}`,
        ),
      ],
    ),
  ),
  ...lengths.map(
    ([what, line, [index, name]]): BrokenFile => [
      `a negative length as ${what}`,
      'psa',
      set(line, index, '-3'),
      cell(line, name),
      'FIELD_INVALID',
      new RegExp(`“${name}” .*at least 0, not -3`),
    ],
  ),
  ...([Position.hFacings, Position.vFacings, Position.dFacings] as const).flatMap(([index, name]) =>
    ['0', '2.5', '1000'].map(
      (value): BrokenFile => [
        `${value} as ${name}`,
        'psa',
        set(at.second, index, value),
        cell(at.second, name),
        'FIELD_INVALID',
        new RegExp(`“${name}” .*whole number from 1 to \\d+, not “${value}”`),
      ],
    ),
  ),
  ...['24', '-1'].map(
    (value): BrokenFile => [
      `orientation ${value}`,
      'psa',
      set(at.first, Position.orientation[0], value),
      cell(at.first, 'Orientation'),
      'FIELD_INVALID',
      /from 0 to 23/,
    ],
  ),
  [
    'merch style 7',
    'psa',
    set(at.first, Position.merchStyle[0], '7'),
    cell(at.first, 'Merch style'),
    'FIELD_INVALID',
    /from -1 to 6/,
  ],
  [
    'fixture type 14',
    'psa',
    set(at.lower, Fixture.type[0], '14'),
    cell(at.lower, 'Type'),
    'FIELD_INVALID',
    /from 0 to 13/,
  ],
]);
