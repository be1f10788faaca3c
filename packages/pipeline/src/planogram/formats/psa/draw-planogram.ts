import type { LaidOut } from '../lay-out/lay-out-bays.ts';
import type { Problem } from '../problem.ts';
import { writeCell } from '../problem.ts';
import { checkPlaces } from './check-places.ts';
import { type Bay, fitBay, type PsaBox } from './fit-bay.ts';
import { distinct, nameShelves } from './name-shelves.ts';
import type { PsaSurface } from './psa-surface.ts';
import { faceOf } from './read-orientation.ts';
import type { PsaPosition } from './read-position.ts';
import type { PsaProducts } from './read-products.ts';
import type { PsaSegment } from './read-segments.ts';

/** Thickness of a board without one, and of a row of hooks, as a share of the planogram's height. */
const thinShare = 0.005;

/** Converts records to a planogram in the file's unit, from the top left with y down. */
export function drawPlanogram(
  drawn: { width: number; height: number },
  surfaces: readonly PsaSurface[],
  segments: readonly PsaSegment[],
  { products, lines: productLines, ofPosition }: PsaProducts,
  problems: Problem[],
): LaidOut {
  const thin = drawn.height * thinShare;
  const shelfIds = nameShelves(surfaces, segments);
  const positions = surfaces.flatMap((surface, i) =>
    surface.positions.map((position) => ({ position, surface, shelfId: shelfIds[i] ?? '' })),
  );
  const boards = surfaces.map((surface) => ({ surface, thickness: surface.thickness || thin }));
  const blocks = positions.map(({ position, surface, shelfId }) => ({
    position,
    shelfId,
    surface,
    ...blockOf(position, surface, ofPosition),
  }));
  const { bay, notes } = fitBay(drawn, [
    ...boards.map(({ surface, thickness }): PsaBox => {
      const { x, width, line, top, name } = surface;
      const what = `fixture “${name}”`;
      return { what, x, y: top - thickness, width, height: thickness, fault: faultAt(line, problems) };
    }),
    ...blocks.map(
      ({ position, width, height, y }): PsaBox => ({
        what: `position “${position.key}”`,
        x: position.x,
        y,
        width,
        height,
        fault: (side, complaint) => position.fields.fault(side, 'OUTSIDE_BAY', complaint),
      }),
    ),
  ]);
  // Objects outside the planogram are reported by themselves.
  if (problems.length === 0) notes.push(...checkPlaces(blocks, drawn.height));
  const keys = distinct([positions.map(({ position }) => position.key)]);
  return {
    draft: {
      width: bay.right - bay.left,
      height: bay.top - bay.bottom,
      shelves: boards.map(({ surface, thickness }, i) => ({
        id: shelfIds[i] ?? '',
        x: surface.x - bay.left,
        y: bay.top - surface.top,
        width: surface.width,
        height: thickness,
      })),
      products,
      positions: blocks.map(({ position, shelfId, width, height, y }, i) => ({
        id: keys?.[i] ?? String(i + 1),
        productId: ofPosition.get(position)?.id ?? '',
        shelfId,
        ...fromTopLeft(bay, position.x, y, height),
        width,
        height,
        facings: position.facings,
        orientation: position.orientation.name,
      })),
    },
    lines: {
      shelves: surfaces.map(({ line }) => line),
      products: productLines,
      positions: positions.map(({ position }) => position.line),
    },
    notes:
      keys === null
        ? [...notes, 'Positions have no keys of their own; they are numbered in the file’s order.']
        : notes,
  };
}

/** Returns size and bottom of a position's block; missing values follow from product and fixture. */
function blockOf(position: PsaPosition, surface: PsaSurface, ofPosition: PsaProducts['ofPosition']) {
  const product = ofPosition.get(position) ?? { width: 0, height: 0, depth: null };
  const face = faceOf(position.orientation, product);
  return {
    width: position.width ?? (face.width ?? product.width) * position.facings.horizontal,
    height: position.height ?? (face.height ?? product.height) * position.facings.vertical,
    y: position.y ?? surface.top,
  };
}

const fromTopLeft = (bay: Bay, x: number, y: number, height: number) => ({
  x: x - bay.left,
  y: bay.top - (y + height),
});

const faultAt =
  (line: number, problems: Problem[]) =>
  (side: 'x' | 'y', complaint: string): void => {
    const name = side.toUpperCase();
    problems.push({
      path: writeCell(line, name),
      code: 'OUTSIDE_BAY',
      message: `“${name}” of the Fixture record ${complaint}.`,
    });
  };
