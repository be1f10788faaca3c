import type { Window } from './fit.ts';

/** A frame larger than the model's input by more than this factor is split into tiles. */
const maxShrink = 1.5;
/** A pack that is narrower than a quarter of a tile is whole in one of them. */
const overlapShare = 0.25;

/** Returns the windows of a frame for a model, row by row: the whole frame, or overlapping tiles of the model's size. */
export function planTiles(
  frame: { width: number; height: number },
  input: { width: number; height: number },
  tiling: boolean,
): Window[] {
  const shrink = Math.max(frame.width / input.width, frame.height / input.height);
  if (!tiling || shrink <= maxShrink) return [{ x: 0, y: 0, width: frame.width, height: frame.height }];
  const columns = spans(frame.width, input.width);
  return spans(frame.height, input.height).flatMap((row) =>
    columns.map((column) => ({ x: column.start, y: row.start, width: column.length, height: row.length })),
  );
}

function spans(length: number, tile: number): { start: number; length: number }[] {
  if (length <= tile) return [{ start: 0, length }];
  const count = Math.ceil((length - overlapShare * tile) / (tile * (1 - overlapShare)));
  return Array.from({ length: count }, (_, i) => ({
    start: Math.round((i * (length - tile)) / (count - 1)),
    length: tile,
  }));
}
