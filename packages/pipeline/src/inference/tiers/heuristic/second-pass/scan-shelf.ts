import type { FacingObservation } from '../classify/facing-observation.ts';
import { correlate } from '../match/correlate.ts';
import type { Scene } from '../match/find-template.ts';
import { identify, type Match } from '../match/identify.ts';
import { wholeView } from '../rectify/view.ts';

/** Part of a shelf row without a recognised planned place. */
export interface ShelfSpan {
  shelfNumber: number;
  row: number;
  fromMm: number;
  toMm: number;
  /** The base line of packs there, and the size of its slots. */
  baseMm: number;
  slotWidthMm: number;
  slotHeightMm: number;
}

/** From this correlation on a spot is examined closely. */
const minSpotNcc = 0.42;
/** Found packs may overlap each other by this share of the narrower: boxes are never exact. */
const maxOverlapShare = 0.25;
/** Packs on top of others stand as high as those below happen to be; in shares of the slot's height. */
const baseReach = { bottom: 0.1, stacked: 0.4 };

interface Spot {
  productIndex: number;
  ncc: number;
  xMm: number;
  yMm: number;
}

/**
 * Finds packs that stand off the planned places: another product's facings have another pitch. `accepts` decides whether a
 * match is good enough.
 */
export function scanShelf(scene: Scene, span: ShelfSpan, accepts: (match: Match) => boolean): Match[][] {
  const found: Match[][] = [];
  const spots = spotsIn(scene, span).sort((a, b) => b.ncc - a.ncc);
  const widthOf = (productIndex: number): number => scene.productTemplates[productIndex]?.widthMm ?? 0;
  const taken: { xMm: number; widthMm: number }[] = [];
  const slots = (span.toMm - span.fromMm) / Math.max(1e-6, span.slotWidthMm);
  let tries = Math.ceil(4 * slots) + 6;
  for (const spot of spots) {
    const widthMm = widthOf(spot.productIndex);
    if (taken.some((t) => overlap(t, { xMm: spot.xMm, widthMm }) > maxOverlapShare)) continue;
    if (tries-- <= 0) break;
    const heightMm = (scene.productTemplates[spot.productIndex]?.heightMm ?? 0) * scene.packStretch;
    const area = { xMm: spot.xMm, yMm: spot.yMm, widthMm: 0.5 * widthMm, heightMm: 0.5 * heightMm };
    const matches = identify(scene, area, wholeView, null);
    const best = matches[0];
    if (best === undefined || !accepts(best)) continue;
    if (taken.some((t) => overlap(t, best.fit) > maxOverlapShare)) continue;
    taken.push(best.fit);
    found.push(matches);
  }
  return found;
}

/** Returns the best correlation of every product at every second pixel of the coarse level, local maxima only. */
function spotsIn({ bay, templateCache, productTemplates, packStretch }: Scene, span: ShelfSpan): Spot[] {
  const level = bay.coarse;
  const { pxPerMm } = level;
  const spots: Spot[] = [];
  const reach = span.row === 0 ? baseReach.bottom : baseReach.stacked;
  const ry = Math.max(1, Math.round(reach * span.slotHeightMm * pxPerMm));
  const bottom = Math.round((span.baseMm - bay.topMm) * pxPerMm);
  productTemplates.forEach((product, productIndex) => {
    const width = Math.round(product.widthMm * pxPerMm);
    const height = Math.round(product.heightMm * packStretch * pxPerMm);
    const spareMm = 0.15 * product.widthMm;
    const from = Math.round((span.fromMm - spareMm - bay.leftMm) * pxPerMm);
    const to = Math.round((span.toMm + spareMm - bay.leftMm) * pxPerMm) - width;
    if (to < from) return;
    product.images.forEach((_, image) => {
      const template = templateCache.whole(productIndex, image, width, height, wholeView);
      if (template === null) return;
      const row: { ncc: number; y: number }[] = [];
      for (let x = from; x <= to; x += 2) {
        let best = { ncc: -1, y: bottom };
        for (let dy = -ry; dy <= ry; dy += 2) {
          const ncc = correlate(level, template, x, bottom - height + dy);
          if (ncc > best.ncc) best = { ncc, y: bottom + dy };
        }
        row.push(best);
      }
      row.forEach(({ ncc, y }, i) => {
        if (ncc < minSpotNcc || ncc < (row[i - 1]?.ncc ?? -1) || ncc < (row[i + 1]?.ncc ?? -1)) return;
        spots.push({
          productIndex,
          ncc,
          xMm: bay.leftMm + (from + 2 * i + width / 2) / pxPerMm,
          yMm: bay.topMm + y / pxPerMm,
        });
      });
    });
  });
  return spots;
}

/** Returns the horizontal overlap of two packs given by their centres, as a share of the narrower. */
export function overlap(a: { xMm: number; widthMm: number }, b: { xMm: number; widthMm: number }): number {
  const from = Math.max(a.xMm - a.widthMm / 2, b.xMm - b.widthMm / 2);
  const to = Math.min(a.xMm + a.widthMm / 2, b.xMm + b.widthMm / 2);
  return Math.max(0, to - from) / Math.max(1e-6, Math.min(a.widthMm, b.widthMm));
}

/** Returns neighbouring places without a pack as spans; `taken` are the packs already recognised on the shelves. */
export function spansOf(
  open: readonly FacingObservation[],
  taken: readonly { shelfNumber: number; row: number; fit: { xMm: number; widthMm: number } }[],
): ShelfSpan[] {
  const rows = new Map<string, FacingObservation[]>();
  for (const observation of open) {
    const { slot } = observation.place;
    const key = `${slot.position.shelfNumber}/${slot.row}`;
    rows.set(key, [...(rows.get(key) ?? []), observation]);
  }
  const spans = [...rows.values()].flatMap(joined);
  return spans.flatMap((span) => {
    let intervals = [span];
    for (const { shelfNumber, row, fit } of taken)
      if (shelfNumber === span.shelfNumber && row === span.row)
        intervals = intervals.flatMap((p) => withoutPack(p, fit));
    // An interval narrower than half a slot holds no pack.
    return intervals.filter((p) => p.toMm - p.fromMm > 0.5 * p.slotWidthMm);
  });
}

/** Joins observations of one row into one span where their surroundings touch. */
function joined(observations: FacingObservation[]): ShelfSpan[] {
  const spans: ShelfSpan[] = [];
  for (const { box, place } of observations.sort((a, b) => a.box.xMm - b.box.xMm)) {
    const fromMm = box.xMm - 0.3 * box.widthMm;
    const toMm = box.xMm + 1.3 * box.widthMm;
    const last = spans.at(-1);
    if (last !== undefined && fromMm <= last.toMm) {
      last.toMm = Math.max(last.toMm, toMm);
      continue;
    }
    spans.push({
      shelfNumber: place.slot.position.shelfNumber,
      row: place.slot.row,
      fromMm,
      toMm,
      baseMm: box.yMm + box.heightMm,
      slotWidthMm: box.widthMm,
      slotHeightMm: box.heightMm,
    });
  }
  return spans;
}

export interface Interval {
  fromMm: number;
  toMm: number;
}

/** Subtracts the pack from the interval: none, one or two intervals remain. */
export function withoutPack<P extends Interval>(piece: P, pack: { xMm: number; widthMm: number }): P[] {
  const from = pack.xMm - pack.widthMm / 2;
  const to = pack.xMm + pack.widthMm / 2;
  if (to <= piece.fromMm || from >= piece.toMm) return [piece];
  return [
    { ...piece, toMm: from },
    { ...piece, fromMm: to },
  ].filter((p) => p.toMm > p.fromMm);
}
