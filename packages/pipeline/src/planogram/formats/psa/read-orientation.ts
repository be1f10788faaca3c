import type { RowReader } from '../text/row-reader.ts';
import type { PsaColumn } from './columns.ts';

const sides = ['front', 'side', 'top', 'back', 'right', 'base'] as const;
type Side = (typeof sides)[number];

export interface Orientation {
  name: string;
  side: Side;
  /** Rotated by 90° or 270°, so that width and height are exchanged. */
  isTurned: boolean;
}

/** 0 front, 1 front rotated by 90°, 2 side, ... 11 base by 90°; then 12 front by 180°, 13 front by 270°, ... 23. */
const orientations: readonly Orientation[] = [
  ...sides.flatMap((side) => [turned(side, 0), turned(side, 90)]),
  ...sides.flatMap((side) => [turned(side, 180), turned(side, 270)]),
];

function turned(side: Side, degrees: number): Orientation {
  return { name: degrees === 0 ? side : `${side} ${degrees}`, side, isTurned: degrees % 180 === 90 };
}

/** Returns the format's number of an orientation by its name; null for a name that the format does not have. */
export function orientationIndex(name: string): number | null {
  const index = orientations.findIndex((orientation) => orientation.name === name);
  return index === -1 ? null : index;
}

/** Reads the side of the product that shoppers see; an empty cell is the front. */
export function readOrientation(fields: RowReader<PsaColumn<'Position'>>): Orientation {
  const index = fields.whole('orientation', orientations.length - 1, 0) ?? 0;
  return orientations[index] ?? turned('front', 0);
}

interface Size {
  width: number | null;
  height: number | null;
  depth: number | null;
}

/** Returns width and height of a product's visible side in an orientation. */
export function faceOf({ side, isTurned }: Orientation, { width, height, depth }: Size): Omit<Size, 'depth'> {
  const across = side === 'side' || side === 'right' ? depth : width;
  const up = side === 'top' || side === 'base' ? depth : height;
  return isTurned ? { width: up, height: across } : { width: across, height: up };
}
