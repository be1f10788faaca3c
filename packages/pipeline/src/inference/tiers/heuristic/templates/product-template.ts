import type { Frame } from '../../../../images/frame.ts';
import { type Planogram, type Slot, slotsOf } from '../../../../planogram/model.ts';
import { prepareReference, type ReferenceImage } from './reference-image.ts';

/** A product as the tier knows it: the size of its front in this bay and its reference images. */
export interface ProductTemplate {
  productId: string;
  widthMm: number;
  heightMm: number;
  /** Trimmed reference images. Without any, the tier detects occupancy but not identity. */
  images: readonly ReferenceImage[];
}

/** Input of the tier that does not depend on the photo. */
export interface Plan {
  planogram: Planogram;
  productTemplates: readonly ProductTemplate[];
  places: readonly Place[];
}

/** A slot with the index of its product in `Plan.productTemplates`. */
export interface Place {
  slot: Slot;
  productIndex: number;
}

const plans = new WeakMap<ReadonlyMap<string, readonly Frame[]>, WeakMap<Planogram, Plan>>();

/** Returns the plan of a planogram and its references. Cached for as long as both live. */
export function planOf(planogram: Planogram, references: ReadonlyMap<string, readonly Frame[]>): Plan {
  let byPlanogram = plans.get(references);
  if (byPlanogram === undefined) {
    byPlanogram = new WeakMap();
    plans.set(references, byPlanogram);
  }
  let plan = byPlanogram.get(planogram);
  if (plan === undefined) {
    plan = prepare(planogram, references);
    byPlanogram.set(planogram, plan);
  }
  return plan;
}

function prepare(planogram: Planogram, references: ReadonlyMap<string, readonly Frame[]>): Plan {
  const slots = planogram.positions.flatMap(slotsOf).filter((s) => s.widthMm > 0 && s.heightMm > 0);
  const planned = new Map<string, Slot>();
  for (const slot of slots) {
    if (!planned.has(slot.position.productId)) planned.set(slot.position.productId, slot);
  }
  const known = new Map(planogram.products.map((p) => [p.id, p]));
  const ids = [...new Set([...planned.keys(), ...known.keys()])];
  const productTemplates = ids.flatMap((productId): ProductTemplate[] => {
    // A planned front may be a turned pack: the place has the size of the front, the product only that of the pack.
    const size = planned.get(productId) ?? known.get(productId);
    if (size === undefined || !(size.widthMm > 0) || !(size.heightMm > 0)) return [];
    const images = (references.get(productId) ?? []).filter((f) => f.width > 0 && f.height > 0);
    const { widthMm, heightMm } = size;
    return [{ productId, widthMm, heightMm, images: images.map(prepareReference) }];
  });
  const index = new Map(productTemplates.map((f, i) => [f.productId, i]));
  const places = slots.map((slot) => ({ slot, productIndex: index.get(slot.position.productId) ?? -1 }));
  return { planogram, productTemplates, places };
}
