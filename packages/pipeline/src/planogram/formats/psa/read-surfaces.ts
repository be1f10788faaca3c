import type { Problem } from '../problem.ts';
import { assignByGeometry } from './assign-by-geometry.ts';
import type { PsaPlanogram } from './choose-records.ts';
import { hangingRows } from './hanging-rows.ts';
import type { PsaSurface } from './psa-surface.ts';
import { type PsaFixture, readFixtures } from './read-fixtures.ts';
import { settleFrame } from './settle-frame.ts';

/**
 * Reads the surfaces of a planogram of a height: one for a shelf, and one for each row of products on a pegboard. Positions
 * are on the fixture before them; where the file's order does not tell, on the one at their place.
 */
export function readSurfaces(
  planogram: PsaPlanogram,
  height: number,
  problems: Problem[],
): { surfaces: PsaSurface[]; notes: string[] } {
  const { fixtures, strays } = readFixtures(planogram, problems);
  const notes = planogram.orderTells
    ? settleFrame(fixtures, height)
    : assignByGeometry(fixtures, strays, height);
  let rows = 0;
  const surfaces = fixtures.flatMap((fixture): PsaSurface[] => {
    const { kind, positions } = fixture;
    if (kind === 'nothing') {
      refusePositions(fixture);
      return [];
    }
    const board = readBoard(fixture, kind);
    if (board === null) return [];
    if (kind !== 'board') {
      const floors = positions.flatMap(({ y }) => y ?? []);
      return [kind === 'bin' && floors.length > 0 ? { ...board, top: Math.min(...floors) } : board];
    }
    const hung = hangingRows(board);
    rows += hung.length;
    return hung;
  });
  const skipped = Map.groupBy(
    fixtures.flatMap(({ nothing }) => nothing ?? []),
    (what) => what,
  );
  for (const [what, { length }] of skipped) {
    notes.push(`${length} ${what}${length === 1 ? '' : 's'} left out: nothing stands there.`);
  }
  if (rows > 0) {
    notes.push(
      `Products on pegboards, bars and rods are read as ${rows === 1 ? '1 shelf' : `${rows} shelves`}, one for each row.`,
    );
  }
  return { surfaces, notes };
}

function refusePositions({ line, nothing, positions }: PsaFixture): void {
  for (const { fields } of positions) {
    fields.fault('upc', 'REFERENCE_UNKNOWN', `is on line ${line}, which is only a ${nothing}`);
  }
}

function readBoard(
  { fields, x, y, width: written, thickness, positions }: PsaFixture,
  kind: PsaSurface['kind'],
): PsaSurface | null {
  // A rod points away from the wall and is as wide as its products.
  const reach = Math.max(0, ...positions.map((position) => position.x + (position.width ?? 0) - (x ?? 0)));
  const width = written ?? (kind === 'board' && reach > 0 ? reach : null);
  if (width === null) fields.fault('width', 'FIELD_INVALID', 'has to be greater than 0');
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
    kind,
    positions,
  };
}
