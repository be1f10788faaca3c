import type { Realogram } from '@gondola/pipeline/vision';
import type { DemoProduct, Random } from '@gondola/simulator';
import type { ShownUnit } from './photographed-shelf.ts';

/** How a model errs. */
export interface DetectionErrors {
  missedShare: number;
  /** Of packs that have look-alikes: flavours of one range, which differ in a colour and a word. */
  confusedShare: number;
  /** Deviation of each side of a box, in shares of its width or height. */
  boxJitter: number;
}

export const noErrors: DetectionErrors = { missedShare: 0, confusedShare: 0, boxJitter: 0 };
export const usualErrors: DetectionErrors = { missedShare: 0.02, confusedShare: 0.02, boxJitter: 0.05 };

/** A pack front as a model reports it: its own label, another's, or none for a product of no catalogue. */
export interface SeenUnit extends ShownUnit {
  label: string | null;
}

/** What a model with these errors sees of the fronts in a photo. */
export function seeUnits(
  units: readonly ShownUnit[],
  products: readonly DemoProduct[],
  errors: DetectionErrors,
  random: Random,
): SeenUnit[] {
  const known = new Map(products.map((product) => [product.id, product]));
  return units.flatMap((shown): SeenUnit[] => {
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
    return [{ ...shown, label, box: shaken(shown.box, errors.boxJitter, random) }];
  });
}

/** As a tier without a look at the planogram hands it on. */
export function realogramOf(seen: readonly SeenUnit[]): Realogram {
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

/** Each side moves by itself; what lies outside the photo is not seen. */
function shaken([x, y, width, height]: ShownUnit['box'], jitter: number, random: Random): ShownUnit['box'] {
  if (jitter === 0) return [x, y, width, height];
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const left = inside(x + random.normal() * jitter * width);
  const top = inside(y + random.normal() * jitter * height);
  const right = inside(x + width + random.normal() * jitter * width);
  const bottom = inside(y + height + random.normal() * jitter * height);
  return [left, top, Math.max(0, right - left), Math.max(0, bottom - top)];
}
