import { type Planogram, type Slot, slotsOf } from '@gondola/pipeline/planogram';
import type { Realogram } from '@gondola/pipeline/vision';
import { applyHomography } from '@gondola/simulator';
import type { SeenUnit } from './detect-units.ts';

type Detection = Realogram['detections'][number];

/** Less of a place in the photo is not looked at. */
const leastShown = 0.6;

/**
 * The same packs as a tier sees them that was shown a plan: it looks in that plan's places only, and knows that plan's
 * products only. What stands between its places it does not see.
 */
export function seeThroughPlan(
  seen: readonly SeenUnit[],
  plan: Planogram,
  planogramToPhoto: readonly number[],
): Realogram {
  const known = new Set(plan.products.map(({ id }) => id));
  const detections = plan.positions.flatMap(slotsOf).flatMap((slot): Detection[] => {
    const box = placeOf(slot, planogramToPhoto);
    if (box === null) return [];
    const pack = seen.find((one) => covers(one, slot));
    const label = pack?.label ?? null;
    return [
      {
        kind: pack === undefined ? 'gap' : 'product',
        box: pack?.box ?? box,
        productId: label !== null && known.has(label) ? label : null,
        confidence: 0.9,
        candidates: [],
        slot: { positionId: slot.position.id, column: slot.column, row: slot.row },
        identified: true,
      },
    ];
  });
  return { detections, planogramToPhoto: [...planogramToPhoto], truncated: false };
}

function covers({ unit }: SeenUnit, slot: Slot): boolean {
  const xMm = slot.xMm + slot.widthMm / 2;
  const yMm = slot.yMm + slot.heightMm / 2;
  return (
    xMm > unit.xMm &&
    xMm < unit.xMm + unit.product.widthMm &&
    yMm < unit.baseMm &&
    yMm > unit.baseMm - unit.product.heightMm
  );
}

function placeOf(slot: Slot, toPhoto: readonly number[]): Detection['box'] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = toPhoto;
  const [x0, y0] = applyHomography([a, b, c, d, e, f, g, h, i], [slot.xMm, slot.yMm]);
  const [x1, y1] = applyHomography(
    [a, b, c, d, e, f, g, h, i],
    [slot.xMm + slot.widthMm, slot.yMm + slot.heightMm],
  );
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const [width, height] = [clip(x1) - clip(x0), clip(y1) - clip(y0)];
  return width * height < leastShown * (x1 - x0) * (y1 - y0) ? null : [clip(x0), clip(y0), width, height];
}
