import type { Realogram } from '@gondola/pipeline/photo-detection';
import type { DemoProduct, Random } from '@gondola/simulator';
import type { ShownUnit } from './photographed-shelf.ts';

/** Error rates of a model. */
export interface DetectionErrors {
  missedShare: number;
  /** Share of packs with look-alikes that are confused. Look-alikes are flavours of one range. */
  confusedShare: number;
  /** Deviation of each side of a box, in shares of its width or height. */
  boxJitter: number;
}

export const noErrors: DetectionErrors = { missedShare: 0, confusedShare: 0, boxJitter: 0 };
export const usualErrors: DetectionErrors = { missedShare: 0.02, confusedShare: 0.02, boxJitter: 0.05 };

/** A pack front as a model reports it: its own label, another's, or none for a product of no catalogue. */
export interface DetectedUnit extends ShownUnit {
  label: string | null;
}

/** Returns the fronts that a model with these errors detects in a photo. */
export function detectUnits(
  units: readonly ShownUnit[],
  products: readonly DemoProduct[],
  errors: DetectionErrors,
  random: Random,
): DetectedUnit[] {
  const known = new Map(products.map((product) => [product.id, product]));
  return units.flatMap((shown): DetectedUnit[] => {
    if (random.chance(errors.missedShare)) return [];
    const product = known.get(shown.productId ?? '');
    const alike = products.filter(
      ({ id, design }) =>
        product !== undefined &&
        id !== product.id &&
        design.brand === product.design.brand &&
        design.noun === product.design.noun,
    );
    const isConfused = alike.length > 0 && random.chance(errors.confusedShare);
    const label = isConfused ? random.pick(alike).id : shown.productId;
    return [{ ...shown, label, box: jittered(shown.box, errors.boxJitter, random) }];
  });
}

/** Returns the detections as a realogram of a tier that does not use the planogram. */
export function realogramOf(seen: readonly DetectedUnit[]): Realogram {
  return {
    detections: seen.map(({ label, box }) => ({
      kind: 'product',
      box,
      productId: label,
      confidence: 0.9,
      candidates: [],
      slot: null,
      identified: true,
    })),
    planogramToPhoto: null,
    truncated: false,
  };
}

/** Moves each side of a box by itself and clips the box to the photo. */
function jittered([x, y, width, height]: ShownUnit['box'], jitter: number, random: Random): ShownUnit['box'] {
  if (jitter === 0) return [x, y, width, height];
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const left = inside(x + random.normal() * jitter * width);
  const top = inside(y + random.normal() * jitter * height);
  const right = inside(x + width + random.normal() * jitter * width);
  const bottom = inside(y + height + random.normal() * jitter * height);
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
}
