import { correlate } from './correlate.ts';
import { type Scene, wholeView } from './find-figure.ts';
import { type Candidature, identify } from './identify.ts';
import type { Sight } from './sight.ts';

/** Part of a shelf row in which no planned place was recognised. */
export interface Stretch {
  shelfNumber: number;
  row: number;
  fromMm: number;
  toMm: number;
  /** Where packs stand there, and the size of its slots. */
  baseMm: number;
  slotWidthMm: number;
  slotHeightMm: number;
}

/** A spot that looks enough like some figure to be looked at closely. */
const worthwhile = 0.42;
/** Found packs may overlap each other by this share of the narrower: boxes are never exact. */
const overlapAllowed = 0.25;
/** Packs on top of others stand as high as those below happen to be; in shares of the slot's height. */
const baseReach = { bottom: 0.1, stacked: 0.4 };

interface Spot {
  figure: number;
  ncc: number;
  xMm: number;
  yMm: number;
}

/**
 * Finds packs that stand off the planned places: another product's facings have another pitch. `accepts` decides
 * whether a pack is what it looks like.
 */
export function scanStretch(
  scene: Scene,
  stretch: Stretch,
  accepts: (candidature: Candidature) => boolean,
): Candidature[][] {
  const found: Candidature[][] = [];
  const spots = spotsIn(scene, stretch).sort((a, b) => b.ncc - a.ncc);
  const widthOf = (figure: number): number => scene.figures[figure]?.widthMm ?? 0;
  const taken: { xMm: number; widthMm: number }[] = [];
  const slots = (stretch.toMm - stretch.fromMm) / Math.max(1e-6, stretch.slotWidthMm);
  let tries = Math.ceil(4 * slots) + 6;
  for (const spot of spots) {
    const widthMm = widthOf(spot.figure);
    if (taken.some((t) => overlap(t, { xMm: spot.xMm, widthMm }) > overlapAllowed)) continue;
    if (tries-- <= 0) break;
    const heightMm = (scene.figures[spot.figure]?.heightMm ?? 0) * scene.packStretch;
    const stand = { xMm: spot.xMm, yMm: spot.yMm, widthMm: 0.5 * widthMm, heightMm: 0.5 * heightMm };
    const candidatures = identify(scene, stand, wholeView, null);
    const best = candidatures[0];
    if (best === undefined || !accepts(best)) continue;
    if (taken.some((t) => overlap(t, best.fit) > overlapAllowed)) continue;
    taken.push(best.fit);
    found.push(candidatures);
  }
  return found;
}

/** Best correlation of every figure at every second pixel of the coarsest level, local maxima only. */
function spotsIn({ bay, rack, figures, packStretch }: Scene, stretch: Stretch): Spot[] {
  const level = bay.coarse;
  const { pxPerMm } = level;
  const spots: Spot[] = [];
  const reach = stretch.row === 0 ? baseReach.bottom : baseReach.stacked;
  const ry = Math.max(1, Math.round(reach * stretch.slotHeightMm * pxPerMm));
  const bottom = Math.round((stretch.baseMm - bay.topMm) * pxPerMm);
  figures.forEach((figure, index) => {
    const width = Math.round(figure.widthMm * pxPerMm);
    const height = Math.round(figure.heightMm * packStretch * pxPerMm);
    const spareMm = 0.15 * figure.widthMm;
    const from = Math.round((stretch.fromMm - spareMm - bay.leftMm) * pxPerMm);
    const to = Math.round((stretch.toMm + spareMm - bay.leftMm) * pxPerMm) - width;
    if (to < from) return;
    figure.images.forEach((_, image) => {
      const template = rack.of(index, image, width, height, wholeView);
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
        if (ncc < worthwhile || ncc < (row[i - 1]?.ncc ?? -1) || ncc < (row[i + 1]?.ncc ?? -1)) return;
        spots.push({
          figure: index,
          ncc,
          xMm: bay.leftMm + (from + 2 * i + width / 2) / pxPerMm,
          yMm: bay.topMm + y / pxPerMm,
        });
      });
    });
  });
  return spots;
}

/** Horizontal overlap of two packs given by their centres, as a share of the narrower. */
export function overlap(a: { xMm: number; widthMm: number }, b: { xMm: number; widthMm: number }): number {
  const from = Math.max(a.xMm - a.widthMm / 2, b.xMm - b.widthMm / 2);
  const to = Math.min(a.xMm + a.widthMm / 2, b.xMm + b.widthMm / 2);
  return Math.max(0, to - from) / Math.max(1e-6, Math.min(a.widthMm, b.widthMm));
}

/** Neighbouring places without a pack, as stretches; `taken` are the packs already recognised on the shelves. */
export function stretchesOf(
  open: readonly Sight[],
  taken: readonly { shelfNumber: number; row: number; fit: { xMm: number; widthMm: number } }[],
): Stretch[] {
  const rows = new Map<string, Sight[]>();
  for (const sight of open) {
    const { slot } = sight.place;
    const key = `${slot.position.shelfNumber}/${slot.row}`;
    rows.set(key, [...(rows.get(key) ?? []), sight]);
  }
  const stretches = [...rows.values()].flatMap(joined);
  return stretches.flatMap((stretch) => {
    let pieces = [stretch];
    for (const { shelfNumber, row, fit } of taken)
      if (shelfNumber === stretch.shelfNumber && row === stretch.row)
        pieces = pieces.flatMap((p) => without(p, fit));
    // A piece narrower than half a slot is no place for a pack.
    return pieces.filter((p) => p.toMm - p.fromMm > 0.5 * p.slotWidthMm);
  });
}

/** Sights of one row whose surroundings touch become one stretch. */
function joined(sights: Sight[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { box, place } of sights.sort((a, b) => a.box.xMm - b.box.xMm)) {
    const fromMm = box.xMm - 0.3 * box.widthMm;
    const toMm = box.xMm + 1.3 * box.widthMm;
    const last = stretches.at(-1);
    if (last !== undefined && fromMm <= last.toMm) {
      last.toMm = Math.max(last.toMm, toMm);
      continue;
    }
    stretches.push({
      shelfNumber: place.slot.position.shelfNumber,
      row: place.slot.row,
      fromMm,
      toMm,
      baseMm: box.yMm + box.heightMm,
      slotWidthMm: box.widthMm,
      slotHeightMm: box.heightMm,
    });
  }
  return stretches;
}

export interface Piece {
  fromMm: number;
  toMm: number;
}

/** What is left of the piece beside the pack: nothing, one part or two. */
export function without<P extends Piece>(piece: P, pack: { xMm: number; widthMm: number }): P[] {
  const from = pack.xMm - pack.widthMm / 2;
  const to = pack.xMm + pack.widthMm / 2;
  if (to <= piece.fromMm || from >= piece.toMm) return [piece];
  return [
    { ...piece, toMm: from },
    { ...piece, fromMm: to },
  ].filter((p) => p.toMm > p.fromMm);
}
