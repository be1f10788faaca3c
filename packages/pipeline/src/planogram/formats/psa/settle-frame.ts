import type { PsaFixture } from './read-fixtures.ts';
import type { PsaPosition } from './read-position.ts';

/** Share of the fixture's width, or of the planogram's height, within which two places are the same. */
const nearShare = 0.02;

/**
 * Converts positions to the planogram's origin. Programs disagree whether a position's X and Y count from the planogram or
 * from its fixture; each axis is judged by the reading that more numbers of the file fit. Only fixtures away from the
 * origin tell.
 */
export function settleFrame(fixtures: readonly PsaFixture[], height: number): string[] {
  const x = judgeX(fixtures);
  const y = judgeY(fixtures, height * nearShare);
  for (const fixture of fixtures) {
    fixture.positions = fixture.positions.map(
      (position): PsaPosition => ({
        ...position,
        x: position.x + (x.isFromFixture ? (fixture.x ?? 0) : 0),
        y: position.y === null || y.from === 'planogram' ? position.y : position.y + startOf(fixture, y.from),
      }),
    );
  }
  return [
    ...(x.isFromFixture
      ? [`“X” of positions counts from their fixture: ${x.fitting} of ${x.all} positions fit that reading.`]
      : []),
    ...(x.isUndecided
      ? [
          '“X” of positions fits from the planogram’s edge and from their fixture’s; read from the planogram’s.',
        ]
      : []),
    ...(y.from === 'planogram' ? [] : [`“Y” of positions counts from their ${y.from}; read as that.`]),
  ];
}

function judgeX(fixtures: readonly PsaFixture[]) {
  let [fromPlanogram, fromFixture, all] = [0, 0, 0];
  for (const { x, width, positions } of fixtures) {
    if (x === null || width === null || Math.abs(x) <= width * nearShare) continue;
    const slack = width * nearShare;
    const fits = (position: PsaPosition, start: number) =>
      position.x >= start - slack && position.x + (position.width ?? 0) <= start + width + slack;
    all += positions.length;
    fromPlanogram += positions.filter((position) => fits(position, x)).length;
    fromFixture += positions.filter((position) => fits(position, 0)).length;
  }
  return {
    isFromFixture: fromFixture > fromPlanogram,
    isUndecided: all > 0 && fromFixture === all && fromPlanogram === all,
    fitting: fromFixture,
    all,
  };
}

type Origin = 'planogram' | 'fixture’s bottom' | 'fixture’s top';

function judgeY(fixtures: readonly PsaFixture[], near: number): { from: Origin } {
  const votes: Record<Origin, number> = { planogram: 0, 'fixture’s bottom': 0, 'fixture’s top': 0 };
  for (const fixture of fixtures) {
    const { kind, y, positions } = fixture;
    const floors = positions.flatMap((position) => position.y ?? []);
    if (kind !== 'shelf' || y === null || Math.abs(y) <= near || floors.length === 0) continue;
    const lowest = Math.min(...floors);
    for (const from of ['planogram', 'fixture’s bottom', 'fixture’s top'] as const) {
      const expected = y + fixture.thickness - startOf(fixture, from);
      // A thin board has its bottom near its top: the exact reading wins.
      if (Math.abs(lowest - expected) <= near) votes[from] += 1 - Math.abs(lowest - expected) / near / 2;
    }
  }
  const from = (['fixture’s bottom', 'fixture’s top'] as const).reduce<Origin>(
    (best, next) => (votes[next] > votes[best] ? next : best),
    'planogram',
  );
  return { from };
}

const startOf = ({ y, thickness }: PsaFixture, from: Origin) =>
  from === 'planogram' ? 0 : (y ?? 0) + (from === 'fixture’s top' ? thickness : 0);
