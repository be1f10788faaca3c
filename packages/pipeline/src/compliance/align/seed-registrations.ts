import type { Detection } from '../../inference/realogram.ts';
import { median } from '../../planogram/median.ts';
import type { Planogram, Slot } from '../../planogram/model.ts';
import { bottomOf, centreOf, type Layout, type Size, usualSize } from './layout.ts';
import { stretch } from './mapping.ts';
import { cutOf } from './placed.ts';
import { type Ballots, strongestShifts } from './strongest-shifts.ts';

/**
 * Sizes in a planogram are not exact, and a product's height in the photo includes what its tilt shows; so the scale that
 * the sizes suggest is tried with these factors too. Steps are narrow enough for refinement to do the rest.
 */
const widthFactors = [0.86, 0.93, 1, 1.07, 1.15];
const heightFactors = [0.78, 0.86, 0.93, 1, 1.08, 1.16, 1.26];

/** A vote of a detection for a slot of its own product, of one without label, and of one with another label. */
const votes = { sameProduct: 1, noLabel: 0.15, otherProduct: 0.04 };

/** Enough to find a translation; more only costs time. */
const mostPairs = 6_000;
const shiftsPerScale = 2;

/** Mappings that could be: by size and label, and by taking the photo as showing just the bay. */
export function seedMappings(
  objects: readonly Detection[],
  { slots, usual }: Layout,
  planogram: Planogram,
): number[][] {
  const whole = objects.filter(({ box }) => !Object.values(cutOf(box)).some(Boolean));
  const seen = whole.length >= 3 ? whole : [...objects];
  const framed = framings(objects, slots, planogram);
  const scale = scaleOf(seen, slots, usual);
  if (scale === null) return framed;

  const ballots = ballotsOf(seen, slots);
  return [
    ...framed,
    ...widthFactors.flatMap((widthFactor) =>
      heightFactors.flatMap((heightFactor) => {
        const scaleX = scale.x * widthFactor;
        const scaleY = scale.y * heightFactor;
        const bin = { x: 0.5 * usual.widthMm * scaleX, y: 0.35 * usual.heightMm * scaleY };
        const shifts = strongestShifts(ballots, { x: scaleX, y: scaleY }, bin, shiftsPerScale);
        return shifts.map((shift) => stretch(scaleX, scaleY, shift.x, shift.y));
      }),
    ),
  ];
}

/** Photo shares per millimetre, from products whose size the planogram knows. */
function scaleOf(
  detections: readonly Detection[],
  slots: readonly Slot[],
  usual: Size,
): { x: number; y: number } | null {
  const sizes = new Map(
    [...Map.groupBy(slots, (slot) => slot.position.productId)].map(([productId, own]) => [
      productId,
      usualSize(own) ?? usual,
    ]),
  );
  const known = detections.filter(({ productId }) => productId !== null && sizes.has(productId));
  const measured = known.length >= 3 ? known : detections;
  const ratio = (side: 2 | 3, size: 'widthMm' | 'heightMm') =>
    median(measured.map(({ box, productId }) => box[side] / (sizes.get(productId ?? '') ?? usual)[size]));
  const x = ratio(2, 'widthMm');
  const y = ratio(3, 'heightMm');
  return x === null || y === null || !(x > 0) || !(y > 0) ? null : { x, y };
}

function ballotsOf(detections: readonly Detection[], slots: readonly Slot[]): Ballots {
  const stride = Math.max(1, Math.ceil((detections.length * slots.length) / mostPairs));
  const pairs = detections
    .filter((_, i) => i % stride === 0)
    .flatMap((detection) => slots.map((slot) => ({ detection, slot })));
  const column = (value: (pair: (typeof pairs)[number]) => number) => Float64Array.from(pairs, value);
  return {
    thingX: column(({ detection: { box } }) => box[0] + box[2] / 2),
    thingY: column(({ detection: { box } }) => box[1] + box[3]),
    placeX: column(({ slot }) => centreOf(slot)),
    placeY: column(({ slot }) => bottomOf(slot)),
    weight: column(({ detection, slot }) => voteOf(detection, slot)),
  };
}

function voteOf({ productId }: Detection, slot: Slot): number {
  if (productId === null) return votes.noLabel;
  return productId === slot.position.productId ? votes.sameProduct : votes.otherProduct;
}

/** The photo shows just the bay; or all that is seen is all that is planned. */
function framings(objects: readonly Detection[], slots: readonly Slot[], planogram: Planogram): number[][] {
  const bay = stretch(1 / planogram.widthMm, 1 / planogram.heightMm, 0, 0);
  const seen = extent(objects.map(({ box: [x, y, width, height] }) => ({ x, y, width, height })));
  const planned = extent(
    slots.map((slot) => ({ x: slot.xMm, y: slot.yMm, width: slot.widthMm, height: slot.heightMm })),
  );
  if (seen === null || planned === null) return [bay];
  const scaleX = seen.width / planned.width;
  const scaleY = seen.height / planned.height;
  return [bay, stretch(scaleX, scaleY, seen.x - scaleX * planned.x, seen.y - scaleY * planned.y)];
}

function extent(boxes: { x: number; y: number; width: number; height: number }[]) {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
