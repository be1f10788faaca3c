import { correlate, type Template, templateFrom } from './correlate.ts';
import type { Figure } from './figure.ts';
import type { LabImage } from './lab-image.ts';
import { cutIntoParts, type PartedTemplate } from './part-match.ts';
import type { RectifiedBay } from './rectified-bay.ts';
import { templateOf } from './reference-image.ts';

/** Where one figure fits best around a place. */
export interface Fit {
  figure: number;
  /** Which of the figure's reference images. */
  image: number;
  /** Correlation at that spot, -1..1. */
  ncc: number;
  /** Bay millimetres. */
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/** A rectified photo with all that it is compared with. */
export interface Scene {
  bay: RectifiedBay;
  rack: TemplateRack;
  figures: readonly Figure[];
  /** Height of packs in the rectified photo against the plan's. */
  packStretch: number;
}

/** The part of a pack that is in view, in shares of its box. */
export interface View {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const wholeView: View = { left: 0, top: 0, right: 1, bottom: 1 };

/** Packs stand this far from their place, in shares of the slot, after the shelf's drift is taken out. */
const reachX = 0.24;
const reachY = 0.12;
/** Templates of every figure at the levels and stretches used; made once per photo. */
export class TemplateRack {
  private readonly made = new Map<string, Template>();
  private readonly cut = new Map<string, Parted>();
  private readonly figures: readonly Figure[];
  constructor(figures: readonly Figure[]) {
    this.figures = figures;
  }

  of(figure: number, image: number, width: number, height: number, view: View): Template | null {
    const reference = this.figures[figure]?.images[image];
    if (reference === undefined || width < 3 || height < 3) return null;
    const key = `${figure},${image},${width},${height},${view.left},${view.top},${view.right},${view.bottom}`;
    let template = this.made.get(key);
    if (template === undefined) {
      template = templateFrom(crop(templateOf(reference, width, height), view));
      this.made.set(key, template);
    }
    return template;
  }

  parted(figure: number, image: number, width: number, height: number, view: View): Parted | null {
    const reference = this.figures[figure]?.images[image];
    if (reference === undefined || width < 6 || height < 8) return null;
    const key = `${figure},${image},${width},${height},${view.left},${view.top},${view.right},${view.bottom}`;
    let parted = this.cut.get(key);
    if (parted === undefined) {
      const cropped = crop(templateOf(reference, width, height), view);
      parted = { image: cropped, template: cutIntoParts(cropped) };
      this.cut.set(key, parted);
    }
    return parted;
  }
}

export interface Parted {
  image: LabImage;
  template: PartedTemplate;
}

/** Where a pack is looked for: bottom centre, and the slot's size, which the reach is measured in. */
export interface Stand {
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
}

/**
 * The figure's best spot near `stand` at the coarse level, one for each of its reference images and each height in
 * `talls` (packs in the photo against the plan's). `stepPx` 2 looks at every other place.
 */
export function findFigure(
  { bay, rack, figures }: Scene,
  figure: number,
  stand: Stand,
  talls: readonly number[],
  stepPx: 1 | 2,
  view: View,
): Fit[] {
  const known = figures[figure];
  const level = bay.coarse;
  if (known === undefined) return [];
  const { pxPerMm } = level;
  const rx = Math.max(1, Math.round((reachX * stand.widthMm * pxPerMm) / stepPx)) * stepPx;
  const ry = Math.max(1, Math.round((reachY * stand.heightMm * pxPerMm) / stepPx)) * stepPx;
  const width = Math.round(known.widthMm * pxPerMm);
  const x = Math.round((stand.xMm - bay.leftMm) * pxPerMm - width / 2 + view.left * width);
  return known.images.flatMap((_, image) =>
    talls.flatMap((tall): Fit[] => {
      const height = Math.round(known.heightMm * tall * pxPerMm);
      const template = rack.of(figure, image, width, height, view);
      if (template === null) return [];
      const y = Math.round((stand.yMm - bay.topMm) * pxPerMm - height + view.top * height);
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
      const xMm = stand.xMm + atX / pxPerMm;
      const yMm = stand.yMm + atY / pxPerMm;
      return [{ figure, image, ncc, xMm, yMm, widthMm: known.widthMm, heightMm: known.heightMm * tall }];
    }),
  );
}

/** The same fit looked at again at the fine level: climbs to the best place within a few pixels. */
export function sharpen({ bay, rack }: Scene, fit: Fit, view: View): Fit {
  const level = bay.fine;
  const width = Math.round(fit.widthMm * level.pxPerMm);
  const height = Math.round(fit.heightMm * level.pxPerMm);
  const template = rack.of(fit.figure, fit.image, width, height, view);
  if (template === null) return fit;
  const x = Math.round((fit.xMm - bay.leftMm) * level.pxPerMm - width / 2 + view.left * width);
  const y = Math.round((fit.yMm - bay.topMm) * level.pxPerMm - height + view.top * height);
  let ncc = correlate(level, template, x, y);
  let atX = 0;
  let atY = 0;
  for (let move = 0; move < sharpenMoves; move++) {
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
const sharpenMoves = 2;

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
