import type { Frame } from '../../../images/frame.ts';
import { type Planogram, type Slot, slotsOf } from '../../../planogram/model.ts';
import { prepareReference, type ReferenceImage } from './reference-image.ts';

/** A product as the tier knows it: its front's size on this bay and what it looks like. */
export interface Figure {
  productId: string;
  widthMm: number;
  heightMm: number;
  /** Trimmed reference images; empty: what stands there can be seen, its identity cannot. */
  images: readonly ReferenceImage[];
}

/** What the tier knows before it sees the photo. */
export interface Plan {
  planogram: Planogram;
  figures: readonly Figure[];
  places: readonly Place[];
}

/** A slot with the index of its product in `Plan.figures`. */
export interface Place {
  slot: Slot;
  figure: number;
}

const plans = new WeakMap<ReadonlyMap<string, readonly Frame[]>, WeakMap<Planogram, Plan>>();

/** Prepared once per pair of planogram and references; collected with them. */
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
  const figures = ids.flatMap((productId): Figure[] => {
    // A planned front may be a turned pack: the place tells the size of the front, the product only of the pack.
    const size = planned.get(productId) ?? known.get(productId);
    if (size === undefined || !(size.widthMm > 0) || !(size.heightMm > 0)) return [];
    const images = (references.get(productId) ?? []).filter((f) => f.width > 0 && f.height > 0);
    const { widthMm, heightMm } = size;
    return [{ productId, widthMm, heightMm, images: images.map(prepareReference) }];
  });
  const index = new Map(figures.map((f, i) => [f.productId, i]));
  const places = slots.map((slot) => ({ slot, figure: index.get(slot.position.productId) ?? -1 }));
  return { planogram, figures, places };
}
