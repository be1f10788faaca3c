import type { PsaPosition } from './read-position.ts';

/** A surface on which products stand or from which they hang, in the file's unit, y up. `top` is the lowest product's end. */
export interface PsaSurface {
  line: number;
  name: string;
  key: string;
  x: number;
  width: number;
  top: number;
  thickness: number;
  /** −1: the product's value applies. */
  merchStyle: number;
  /** Products stand on a shelf; they hang from a board; they lie inside a bin. */
  kind: 'shelf' | 'board' | 'bin';
  positions: PsaPosition[];
}
