import type { Realogram } from '@gondola/pipeline/photo-detection';
import { type Planogram, type Slot, slotsOf } from '@gondola/pipeline/planogram';
import { applyHomography } from '@gondola/simulator';
import type { DetectedUnit } from './detect-units.ts';

type Detection = Realogram['detections'][number];

/** A slot with a smaller visible share is skipped. */
const minShownShare = 0.6;

/**
 * Returns the detections of a tier that uses a planogram: it examines that plan's slots only and knows that plan's products
 * only. Packs between the slots stay undetected.
 */
export function limitToPlan(
  seen: readonly DetectedUnit[],
  plan: Planogram,
  planogramToPhoto: readonly number[],
): Realogram {
  const known = new Set(plan.products.map(({ id }) => id));
  const detections = plan.positions.flatMap(slotsOf).flatMap((slot): Detection[] => {
    const box = boxOf(slot, planogramToPhoto);
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

function covers({ unit }: DetectedUnit, slot: Slot): boolean {
  const xMm = slot.xMm + slot.widthMm / 2;
  const yMm = slot.yMm + slot.heightMm / 2;
  return (
    xMm > unit.xMm &&
    xMm < unit.xMm + unit.product.widthMm &&
    yMm < unit.baseMm &&
    yMm > unit.baseMm - unit.product.heightMm
  );
}

function boxOf(slot: Slot, toPhoto: readonly number[]): Detection['box'] | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = toPhoto;
  const [x0, y0] = applyHomography([a, b, c, d, e, f, g, h, i], [slot.xMm, slot.yMm]);
  const [x1, y1] = applyHomography(
    [a, b, c, d, e, f, g, h, i],
    [slot.xMm + slot.widthMm, slot.yMm + slot.heightMm],
  );
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const [width, height] = [clip(x1) - clip(x0), clip(y1) - clip(y0)];
  return width * height < minShownShare * (x1 - x0) * (y1 - y0) ? null : [clip(x0), clip(y0), width, height];
}
