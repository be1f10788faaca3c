import type { Sharp } from 'sharp';

/** EXIF's tag 0x0112: the rotation and mirroring that turn a stored picture upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Returns a valid orientation; an invalid one (real files contain 0 and 9) counts as upright. */
export const orientationOf = (value: number | undefined): Orientation =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;

/** Returns whether the picture lies on its side (5 and above): width and height are swapped. */
export const liesOnItsSide = (orientation: Orientation): boolean => orientation >= 5;

/** Turns a picture upright, after any resize: turning 12 megapixels costs more than decoding them. */
export function turnUpright(picture: Sharp, orientation: Orientation): Sharp {
  switch (orientation) {
    case 1:
      return picture;
    case 2:
      return picture.flop();
    case 3:
      return picture.rotate(180);
    case 4:
      return picture.flip();
    case 5:
      return picture.rotate(90).flip();
    case 6:
      return picture.rotate(90);
    case 7:
      return picture.rotate(270).flip();
    case 8:
      return picture.rotate(270);
  }
}
