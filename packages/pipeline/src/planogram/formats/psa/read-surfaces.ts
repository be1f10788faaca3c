import type { Problem } from '../problem.ts';
import type { RowReader } from '../text/row-reader.ts';
import type { PsaPlanogram } from './choose-records.ts';
import type { PsaColumn } from './columns.ts';
import { hangingRows } from './hanging-rows.ts';
import type { PsaSurface } from './psa-surface.ts';
import { lengthOrNull, type PsaPosition, readPosition } from './read-position.ts';
import { readFields } from './read-records.ts';

/** 4 rod, 5 lateral rod, 6 bar, 7 pegboard, 8 multi-row pegboard, 9 curved rod. */
const hanging = new Set([4, 5, 6, 7, 8, 9]);
/** 1 chest, 2 bin: products stand inside, below the rim. */
const hollow = new Set([1, 2]);
const holdingNothing: Readonly<Record<number, string>> = { 10: 'obstruction', 11: 'sign' };
const lastType = 13;

/** Reads the surfaces of a planogram: one for a shelf, and one for each row of products on a pegboard. */
export function readSurfaces(
  { fixtures, strays }: PsaPlanogram,
  problems: Problem[],
): { surfaces: PsaSurface[]; notes: string[] } {
  const skipped = new Map<string, number>();
  let rows = 0;
  const surfaces = fixtures.flatMap(({ fixture, positions: records }): PsaSurface[] => {
    const fields = readFields(fixture, problems);
    const type = fields.whole('type', lastType, 0) ?? 0;
    const positions = records.flatMap((record) => readPosition(record, problems) ?? []);
    const nothing = holdingNothing[type];
    if (nothing !== undefined) {
      skipped.set(nothing, (skipped.get(nothing) ?? 0) + 1);
      for (const { fields: position } of positions) {
        position.fault('upc', 'REFERENCE_UNKNOWN', `is on line ${fixture.line}, which is only a ${nothing}`);
      }
      return [];
    }
    const board = readBoard(fields, positions, hanging.has(type));
    if (board === null) return [];
    if (!hanging.has(type)) {
      const floors = positions.flatMap(({ y }) => y ?? []);
      return [hollow.has(type) && floors.length > 0 ? { ...board, top: Math.min(...floors) } : board];
    }
    const hung = hangingRows(board);
    rows += hung.length;
    return hung;
  });
  for (const record of strays) {
    const fields = readFields(record, problems);
    fields.fault('upc', 'REFERENCE_UNKNOWN', 'is the product of a position that comes before any fixture');
  }
  const notes = [...skipped].map(
    ([what, n]) => `${n} ${what}${n === 1 ? '' : 's'} left out: nothing stands there.`,
  );
  if (rows > 0) {
    notes.push(
      `Products on pegboards, bars and rods are read as ${rows === 1 ? '1 shelf' : `${rows} shelves`}, one for each row.`,
    );
  }
  return { surfaces, notes };
}

function readBoard(
  fields: RowReader<PsaColumn<'Fixture'>>,
  positions: PsaPosition[],
  mayHang: boolean,
): PsaSurface | null {
  const x = fields.lacks('x') ? null : fields.number('x');
  const y = fields.lacks('y') ? null : fields.number('y');
  const written = lengthOrNull(fields, 'width');
  // A rod points away from the wall and is as wide as its products.
  const reach = Math.max(0, ...positions.map((position) => position.x + (position.width ?? 0) - (x ?? 0)));
  const width = written ?? (mayHang && reach > 0 ? reach : null);
  if (width === null) fields.fault('width', 'FIELD_INVALID', 'has to be greater than 0');
  const thickness = lengthOrNull(fields, 'height') ?? 0;
  if (x === null || y === null || width === null) return null;
  return {
    line: fields.line,
    name: fields.text('name') ?? '',
    key: fields.text('key') ?? '',
    x,
    width,
    top: y + thickness,
    thickness,
    merchStyle: fields.whole('merchStyle', 6, -1) ?? -1,
    positions,
  };
}
