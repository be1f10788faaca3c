import type { Window } from './fit.ts';
import { areaOf, byScore, type RawBox, sharedArea } from './raw-box.ts';
import { suppress } from './suppress.ts';

/** The boxes of one window of the frame, in frame pixels. */
export interface TileView {
  window: Window;
  boxes: readonly RawBox[];
}

interface Piece {
  box: RawBox;
  tile: Window;
}

/** A box that ends within so many pixels of an inner edge was cut by it. */
const edgePx = 2;
/** A piece that lies this much within a whole box is a part of it. */
const minPartShare = 0.5;
/** Pieces of one thing agree across the cut: share of the longer side. */
const minAgreement = 0.6;

/**
 * Joins the boxes of overlapping tiles. A box cut by a tile's inner edge is dropped when a neighbouring tile shows it whole.
 * Otherwise (a pack wider than the overlap) its pieces are joined.
 */
export function joinTiles(
  views: readonly TileView[],
  frame: { width: number; height: number },
  rules: { maxIou: number; acrossClasses: boolean },
): RawBox[] {
  const tiles = views.map(({ window }) => window);
  const whole: RawBox[] = [];
  const pieces: Piece[] = [];
  for (const { window, boxes } of views)
    for (const box of boxes) {
      const cuts = cutsOf(box, window, frame);
      if (cuts.length === 0) whole.push(box);
      else if (!tiles.some((tile) => tile !== window && seesWhole(tile, box, cuts, frame)))
        pieces.push({ box, tile: window });
    }
  const kept = suppress(whole, rules);
  const matches = (a: RawBox, b: RawBox) => rules.acrossClasses || a.classIndex === b.classIndex;
  const unmatched = pieces.filter(
    ({ box }) =>
      !kept.some((other) => matches(box, other) && sharedArea(box, other) > minPartShare * areaOf(box)),
  );
  return suppress([...kept, ...joinPieces(unmatched, matches)], rules);
}

type Side = 'left' | 'top' | 'right' | 'bottom';

/** The inner edges of the tile that the box ends at. */
function cutsOf(box: RawBox, tile: Window, frame: { width: number; height: number }): Side[] {
  const cuts: Side[] = [];
  if (tile.x > 0 && box.left <= tile.x + edgePx) cuts.push('left');
  if (tile.y > 0 && box.top <= tile.y + edgePx) cuts.push('top');
  const right = tile.x + tile.width;
  const bottom = tile.y + tile.height;
  if (right < frame.width && box.right >= right - edgePx) cuts.push('right');
  if (bottom < frame.height && box.bottom >= bottom - edgePx) cuts.push('bottom');
  return cuts;
}

/** The tile holds what is seen of the box and goes on where it was cut. */
function seesWhole(
  tile: Window,
  box: RawBox,
  cuts: Side[],
  frame: { width: number; height: number },
): boolean {
  const right = tile.x + tile.width;
  const bottom = tile.y + tile.height;
  const isInside =
    (box.left > tile.x + edgePx || tile.x === 0) &&
    (box.top > tile.y + edgePx || tile.y === 0) &&
    (box.right < right - edgePx || right === frame.width) &&
    (box.bottom < bottom - edgePx || bottom === frame.height);
  return isInside && cuts.length > 0;
}

function joinPieces(pieces: readonly Piece[], matches: (a: RawBox, b: RawBox) => boolean): RawBox[] {
  const ordered = pieces.toSorted((a, b) => byScore(a.box, b.box));
  const joined: RawBox[] = [];
  const used = new Set<Piece>();
  for (const piece of ordered) {
    if (used.has(piece)) continue;
    used.add(piece);
    let box = piece.box;
    const tiles = new Set([piece.tile]);
    // As long as another piece fits on: a long pack may cross three tiles.
    for (let more = true; more; ) {
      const next = ordered.find(
        (other) =>
          !used.has(other) && !tiles.has(other.tile) && matches(box, other.box) && continues(box, other.box),
      );
      more = next !== undefined;
      if (!next) break;
      used.add(next);
      tiles.add(next.tile);
      box = {
        ...box,
        left: Math.min(box.left, next.box.left),
        top: Math.min(box.top, next.box.top),
        right: Math.max(box.right, next.box.right),
        bottom: Math.max(box.bottom, next.box.bottom),
      };
    }
    joined.push(box);
  }
  return joined;
}

function continues(a: RawBox, b: RawBox): boolean {
  if (sharedArea(a, b) === 0) return false;
  const shareOf = (aStart: number, aEnd: number, bStart: number, bEnd: number) =>
    (Math.min(aEnd, bEnd) - Math.max(aStart, bStart)) / Math.max(aEnd - aStart, bEnd - bStart);
  return (
    shareOf(a.left, a.right, b.left, b.right) >= minAgreement ||
    shareOf(a.top, a.bottom, b.top, b.bottom) >= minAgreement
  );
}
