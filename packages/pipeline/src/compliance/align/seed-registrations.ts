import { median } from '../../math/median.ts';
import type { Planogram, Slot } from '../../planogram/model.ts';
import type { Detection } from '../../realogram.ts';
import { bottomOf, centreOf, type Layout, type Size, usualSize } from './layout.ts';
import { cutOf } from './placed.ts';
import { scaleAndShift } from './registration.ts';
import { type ShiftVotes, strongestShifts } from './strongest-shifts.ts';

/**
 * Planogram sizes are not exact, and a tilted product looks higher in the photo. Therefore the estimated scale is tried
 * with these factors too. The steps are narrow enough for refinement to close the rest.
 */
const widthFactors = [0.86, 0.93, 1, 1.07, 1.15];
const heightFactors = [0.78, 0.86, 0.93, 1, 1.08, 1.16, 1.26];

/** Weights of votes: a detection for a slot of its own product, one without label, and one with another label. */
const voteWeights = { sameProduct: 1, noLabel: 0.15, otherProduct: 0.04 };

/** Maximum votes: enough to find a translation; more only cost time. */
const maxPairs = 6_000;
const shiftsPerScale = 2;

/** Returns possible registrations: by sizes and labels, and under the assumption that the photo shows exactly the bay. */
export function seedRegistrations(
  objects: readonly Detection[],
  { slots, usual }: Layout,
  planogram: Planogram,
): number[][] {
  const whole = objects.filter(({ box }) => !Object.values(cutOf(box)).some(Boolean));
  const seen = whole.length >= 3 ? whole : [...objects];
  const framed = framings(objects, slots, planogram);
  const scale = scaleOf(seen, slots, usual);
  if (scale === null) return framed;

  const shiftVotes = shiftVotesOf(seen, slots);
  return [
    ...framed,
    ...widthFactors.flatMap((widthFactor) =>
      heightFactors.flatMap((heightFactor) => {
        const scaleX = scale.x * widthFactor;
        const scaleY = scale.y * heightFactor;
        const bin = { x: 0.5 * usual.widthMm * scaleX, y: 0.35 * usual.heightMm * scaleY };
        const shifts = strongestShifts(shiftVotes, { x: scaleX, y: scaleY }, bin, shiftsPerScale);
        return shifts.map((shift) => scaleAndShift(scaleX, scaleY, shift.x, shift.y));
      }),
    ),
  ];
}

/** Returns photo shares per millimetre, from products whose size the planogram contains. */
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

function shiftVotesOf(detections: readonly Detection[], slots: readonly Slot[]): ShiftVotes {
  const stride = Math.max(1, Math.ceil((detections.length * slots.length) / maxPairs));
  const pairs = detections
    .filter((_, i) => i % stride === 0)
    .flatMap((detection) => slots.map((slot) => ({ detection, slot })));
  const column = (value: (pair: (typeof pairs)[number]) => number) => Float64Array.from(pairs, value);
  return {
    detectionX: column(({ detection: { box } }) => box[0] + box[2] / 2),
    detectionY: column(({ detection: { box } }) => box[1] + box[3]),
    slotX: column(({ slot }) => centreOf(slot)),
    slotY: column(({ slot }) => bottomOf(slot)),
    weight: column(({ detection, slot }) => voteOf(detection, slot)),
  };
}

function voteOf({ productId }: Detection, slot: Slot): number {
  if (productId === null) return voteWeights.noLabel;
  return productId === slot.position.productId ? voteWeights.sameProduct : voteWeights.otherProduct;
}

/** Returns two registrations: the photo shows exactly the bay, or the detections span all planned slots. */
function framings(objects: readonly Detection[], slots: readonly Slot[], planogram: Planogram): number[][] {
  const bay = scaleAndShift(1 / planogram.widthMm, 1 / planogram.heightMm, 0, 0);
  const seen = extent(objects.map(({ box: [x, y, width, height] }) => ({ x, y, width, height })));
  const planned = extent(
    slots.map((slot) => ({ x: slot.xMm, y: slot.yMm, width: slot.widthMm, height: slot.heightMm })),
  );
  if (seen === null || planned === null) return [bay];
  const scaleX = seen.width / planned.width;
  const scaleY = seen.height / planned.height;
  return [bay, scaleAndShift(scaleX, scaleY, seen.x - scaleX * planned.x, seen.y - scaleY * planned.y)];
}

function extent(boxes: { x: number; y: number; width: number; height: number }[]) {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
