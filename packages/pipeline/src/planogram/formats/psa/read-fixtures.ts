import type { Problem } from '../problem.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaPlanogram } from './choose-records.ts';
import type { PsaColumn } from './columns.ts';
import type { PsaSurface } from './psa-surface.ts';
import { lengthOrNull, type PsaPosition, readPosition } from './read-position.ts';
import { readFields } from './read-records.ts';

/** 4 rod, 5 lateral rod, 6 bar, 7 pegboard, 8 multi-row pegboard, 9 curved rod. */
const hanging = new Set([4, 5, 6, 7, 8, 9]);
/** 1 chest, 2 bin: products stand inside, below the rim. */
const hollow = new Set([1, 2]);
const holdingNothing: Readonly<Record<number, string>> = { 10: 'obstruction', 11: 'sign' };
const lastType = 13;

/** A Fixture record in the file's unit, y up, with the positions that it holds. */
export interface PsaFixture {
  line: number;
  fields: RowReader<PsaColumn<'Fixture'>>;
  kind: PsaSurface['kind'] | 'nothing';
  /** What stands there in place of products; null for a fixture that holds some. */
  nothing: string | null;
  name: string;
  x: number | null;
  y: number | null;
  width: number | null;
  thickness: number;
  positions: PsaPosition[];
}

/** Reads the fixtures with the positions that follow them, and the positions before any fixture. */
export function readFixtures(
  { fixtures, strays, orderTells }: PsaPlanogram,
  problems: Problem[],
): { fixtures: PsaFixture[]; strays: PsaPosition[] } {
  const read = fixtures.map(({ fixture, positions }): PsaFixture => {
    const fields = readFields(fixture, problems);
    const type = fields.whole('type', lastType, 0) ?? 0;
    const nothing = holdingNothing[type] ?? null;
    const needed = (column: 'x' | 'y') =>
      nothing === null && fields.lacks(column) ? null : fields.number(column);
    return {
      line: fixture.line,
      fields,
      kind: nothing !== null ? 'nothing' : hanging.has(type) ? 'board' : hollow.has(type) ? 'bin' : 'shelf',
      nothing,
      name: fields.text('name') ?? '',
      x: needed('x'),
      y: needed('y'),
      width: lengthOrNull(fields, 'width'),
      thickness: lengthOrNull(fields, 'height') ?? 0,
      positions: positions.flatMap((record) => readPosition(record, problems) ?? []),
    };
  });
  if (!orderTells)
    return { fixtures: read, strays: strays.flatMap((record) => readPosition(record, problems) ?? []) };
  for (const record of strays) {
    const fields = readFields(record, problems);
    fields.fault('upc', 'REFERENCE_UNKNOWN', 'is the product of a position that comes before any fixture');
  }
  return { fixtures: read, strays: [] };
}
