import type { LabImage } from '../pixels/lab-image.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';
import { type View, wholeView } from '../rectify/view.ts';
import { cutIntoParts, type PartTemplate } from '../templates/part-template.ts';
import type { ProductTemplate } from '../templates/product-template.ts';
import { scaledReference } from '../templates/reference-image.ts';
import { correlate, correlationTemplate, type Template } from './correlate.ts';

/** The best spot of one product around a place. */
export interface Fit {
  productIndex: number;
  /** Index of the product's reference image. */
  image: number;
  /** Correlation at that spot, -1..1. */
  ncc: number;
  /** Bay millimetres. */
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** A rectified photo with the product templates that it is compared with. */
export interface Scene {
  bay: RectifiedBay;
  templateCache: TemplateCache;
  productTemplates: readonly ProductTemplate[];
  /** Height of packs in the rectified photo against the plan's. */
  packStretch: number;
}

/** Packs stand this far from their place, in shares of the slot, after correction of the shelf's offset. */
const reachX = 0.24;
const reachY = 0.12;
/** Caches the templates of every product at the levels and stretches used; one cache per photo. */
export class TemplateCache {
  private readonly wholes = new Map<string, Template>();
  private readonly partReferences = new Map<string, PartReference>();
  private readonly productTemplates: readonly ProductTemplate[];
  constructor(productTemplates: readonly ProductTemplate[]) {
    this.productTemplates = productTemplates;
  }

  whole(productIndex: number, image: number, width: number, height: number, view: View): Template | null {
    const reference = this.productTemplates[productIndex]?.images[image];
    if (reference === undefined || width < 3 || height < 3) return null;
    const key = `${productIndex},${image},${width},${height},${view.left},${view.top},${view.right},${view.bottom}`;
    let template = this.wholes.get(key);
    if (template === undefined) {
      template = correlationTemplate(crop(scaledReference(reference, width, height), view));
      this.wholes.set(key, template);
    }
    return template;
  }

  parted(
    productIndex: number,
    image: number,
    width: number,
    height: number,
    view: View,
  ): PartReference | null {
    const reference = this.productTemplates[productIndex]?.images[image];
    if (reference === undefined || width < 6 || height < 8) return null;
    const key = `${productIndex},${image},${width},${height},${view.left},${view.top},${view.right},${view.bottom}`;
    let parted = this.partReferences.get(key);
    if (parted === undefined) {
      const cropped = crop(scaledReference(reference, width, height), view);
      parted = { image: cropped, template: cutIntoParts(cropped) };
      this.partReferences.set(key, parted);
    }
    return parted;
  }
}

export interface PartReference {
  image: LabImage;
  template: PartTemplate;
}

/** Where a pack is searched: bottom centre and size of the slot. The reach is a share of the size. */
export interface SearchArea {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/**
 * Finds the product's best spot near `area` at the coarse level, for each reference image and each height in `talls` (packs in
 * the photo against the plan's). `stepPx` 2 tries every second spot.
 */
export function findTemplate(
  { bay, templateCache, productTemplates }: Scene,
  productIndex: number,
  area: SearchArea,
  talls: readonly number[],
  stepPx: 1 | 2,
  view: View,
): Fit[] {
  const known = productTemplates[productIndex];
  const level = bay.coarse;
  if (known === undefined) return [];
  const { pxPerMm } = level;
  const rx = Math.max(1, Math.round((reachX * area.widthMm * pxPerMm) / stepPx)) * stepPx;
  const ry = Math.max(1, Math.round((reachY * area.heightMm * pxPerMm) / stepPx)) * stepPx;
  const width = Math.round(known.widthMm * pxPerMm);
  const x = Math.round((area.xMm - bay.leftMm) * pxPerMm - width / 2 + view.left * width);
  return known.images.flatMap((_, image) =>
    talls.flatMap((tall): Fit[] => {
      const height = Math.round(known.heightMm * tall * pxPerMm);
      const template = templateCache.whole(productIndex, image, width, height, view);
      if (template === null) return [];
      const y = Math.round((area.yMm - bay.topMm) * pxPerMm - height + view.top * height);
      let ncc = -2;
      let atX = 0;
      let atY = 0;
      for (let dy = -ry; dy <= ry; dy += stepPx)
        for (let dx = -rx; dx <= rx; dx += stepPx) {
          const value = correlate(level, template, x + dx, y + dy);
          if (value > ncc) {
            ncc = value;
            atX = dx;
            atY = dy;
          }
        }
      const xMm = area.xMm + atX / pxPerMm;
      const yMm = area.yMm + atY / pxPerMm;
      return [
        { productIndex, image, ncc, xMm, yMm, widthMm: known.widthMm, heightMm: known.heightMm * tall },
      ];
    }),
  );
}

/** Refines a fit at the fine level: moves to the best spot within a few pixels. */
export function refineFit({ bay, templateCache }: Scene, fit: Fit, view: View): Fit {
  const level = bay.fine;
  const width = Math.round(fit.widthMm * level.pxPerMm);
  const height = Math.round(fit.heightMm * level.pxPerMm);
  const template = templateCache.whole(fit.productIndex, fit.image, width, height, view);
  if (template === null) return fit;
  const x = Math.round((fit.xMm - bay.leftMm) * level.pxPerMm - width / 2 + view.left * width);
  const y = Math.round((fit.yMm - bay.topMm) * level.pxPerMm - height + view.top * height);
  let ncc = correlate(level, template, x, y);
  let atX = 0;
  let atY = 0;
  for (let move = 0; move < maxRefineMoves; move++) {
    const [fromX, fromY] = [atX, atY];
    for (let dy = fromY - 1; dy <= fromY + 1; dy++)
      for (let dx = fromX - 1; dx <= fromX + 1; dx++) {
        if (dx === fromX && dy === fromY) continue;
        const value = correlate(level, template, x + dx, y + dy);
        if (value > ncc) {
          ncc = value;
          atX = dx;
          atY = dy;
        }
      }
    if (atX === fromX && atY === fromY) break;
  }
  return { ...fit, ncc, xMm: fit.xMm + atX / level.pxPerMm, yMm: fit.yMm + atY / level.pxPerMm };
}

/** A coarse pixel is two fine ones: two moves reach its edge. */
const maxRefineMoves = 2;

function crop(image: LabImage, view: View): LabImage {
  if (view === wholeView) return image;
  const left = Math.round(view.left * image.width);
  const top = Math.round(view.top * image.height);
  const width = Math.max(1, Math.round(view.right * image.width) - left);
  const height = Math.max(1, Math.round(view.bottom * image.height) - top);
  const data = new Float32Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * image.width + left) * 3;
    data.set(image.data.subarray(from, from + width * 3), y * width * 3);
  }
  return { width, height, data };
}
