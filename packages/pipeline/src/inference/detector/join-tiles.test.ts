import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Window } from './fit.ts';
import { joinTiles } from './join-tiles.ts';
import { planTiles } from './plan-tiles.ts';
import type { RawBox } from './raw-box.ts';

const frame = { width: 1600, height: 1200 };
const tiles = planTiles(frame, { width: 640, height: 640 }, true);
const rules = { maxIou: 0.5, acrossClasses: false };

/** Returns the boxes of a perfect detector in each tile: the parts that lie in the tile. */
const seenIn = (boxes: readonly RawBox[]) =>
  tiles.map((window) => ({ window, boxes: boxes.flatMap((box) => clip(box, window)) }));

function clip(box: RawBox, { x, y, width, height }: Window): RawBox[] {
  const seen = {
    ...box,
    left: Math.max(x, box.left),
    top: Math.max(y, box.top),
    right: Math.min(x + width, box.right),
    bottom: Math.min(y + height, box.bottom),
  };
  // Slivers are not recognised.
  return seen.right - seen.left > 8 && seen.bottom - seen.top > 8 ? [seen] : [];
}

const box = (left: number, top: number, width: number, height: number): RawBox => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  score: 0.8,
  classIndex: 0,
});
const sorted = (boxes: readonly RawBox[]) => boxes.toSorted((a, b) => a.top - b.top || a.left - b.left);

test('every pack of a full shelf comes out once and whole, wherever the tiles cut', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.nat(60),
        y: fc.nat(60),
        width: fc.integer({ min: 30, max: 150 }),
        height: fc.integer({ min: 30, max: 150 }),
      }),
      ({ x, y, width, height }) => {
        const packs: RawBox[] = [];
        for (let top = y; top + height <= frame.height; top += height + 4)
          for (let left = x; left + width <= frame.width; left += width + 4)
            packs.push(box(left, top, width, height));
        expect(sorted(joinTiles(seenIn(packs), frame, rules))).toEqual(sorted(packs));
      },
    ),
    { numRuns: 60 },
  );
});

test('a pack wider than the overlap is joined from its pieces', () => {
  for (const wide of [box(300, 100, 520, 90), box(50, 500, 1500, 60), box(700, 200, 80, 700)])
    expect(joinTiles(seenIn([wide]), frame, rules)).toEqual([wide]);
});

test('a piece is dropped when another tile shows the whole object, even if that tile did not detect it', () => {
  // The second tile begins at 480, within the pack.
  const views = seenIn([box(430, 100, 100, 100)]);
  expect(views.flatMap(({ boxes }) => boxes.map(({ left }) => left))).toEqual([430, 480]);
  expect(joinTiles(views, frame, rules)).toEqual([box(430, 100, 100, 100)]);
  const [first, ...others] = views;
  if (!first) throw new Error('a tile');
  expect(joinTiles([{ ...first, boxes: [] }, ...others], frame, rules)).toEqual([]);
});

test('pieces of two classes are not joined', () => {
  const wide = box(300, 100, 520, 90);
  const both = [wide, { ...wide, classIndex: 1 }];
  expect(joinTiles(seenIn(both), frame, rules)).toEqual(both);
  expect(joinTiles(seenIn(both), frame, { ...rules, acrossClasses: true })).toHaveLength(1);
});
