import type { PsaFixture } from './read-fixtures.ts';
import type { PsaPosition } from './read-position.ts';

/** A product may be drawn lower than its board by this share of the planogram's height. */
const sunkShare = 0.03;

/**
 * Gives each position to the fixture at its place, for files whose order of records does not tell: the highest board below
 * the position, or the pegboard or bin that surrounds it. A position without a place gets a problem.
 */
export function assignByGeometry(
  fixtures: readonly PsaFixture[],
  strays: readonly PsaPosition[],
  height: number,
): string[] {
  const positions = [...strays, ...fixtures.flatMap((fixture) => fixture.positions)];
  for (const fixture of fixtures) fixture.positions = [];
  const holders = fixtures.filter(({ kind }) => kind !== 'nothing');
  for (const position of positions) {
    if (position.y === null) {
      position.fields.fault(
        'y',
        'FIELD_MISSING',
        'is missing, and the order of the records does not say the fixture either',
      );
      continue;
    }
    const place = { ...position, y: position.y };
    const [best] = holders
      .map((fixture) => ({ fixture, distance: distanceTo(fixture, place, height * sunkShare) }))
      .toSorted((a, b) => a.distance - b.distance);
    best?.fixture.positions.push(position);
  }
  return [
    'The order of the records does not say the fixture of a position; each is on the one at its place.',
  ];
}

/** Returns how badly a fixture fits a position: 0 for one that holds it, otherwise with a penalty for each way in which it does not. */
function distanceTo(
  { kind, x, y, width, thickness }: PsaFixture,
  place: PsaPosition & { y: number },
  slack: number,
): number {
  const [bottom, top] = [y ?? 0, (y ?? 0) + thickness];
  const [left, right] = [x ?? 0, (x ?? 0) + (width ?? 0)];
  const center = place.x + (place.width ?? 0) / 2;
  const aside = width === null ? 0 : Math.max(left - center, center - right, 0);
  const isInside = place.y >= bottom - slack && place.y <= top + slack;
  const away =
    kind === 'shelf' ? Math.abs(place.y - top) : isInside ? slack / 2 : Math.abs(place.y - top) + slack;
  // A board above the product's bottom does not carry it, however near it is.
  const isAbove = kind === 'shelf' && place.y < top - slack;
  return away + 100 * aside + (isAbove ? 10 * (top - place.y) : 0);
}
