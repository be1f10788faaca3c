import { type Contender, variantMargin } from './compare-variants.ts';
import { type Fit, findFigure, type Scene, type Stand, sharpen, type View } from './find-figure.ts';
import { kinOf } from './kin.ts';
import type { LabImage } from './lab-image.ts';
import { matchParts, weightsOf } from './part-match.ts';

/** A figure held against a place. */
export interface Candidature {
  fit: Fit;
  /** Mean correlation of the parts, each free to move a little; -1..1. */
  parts: number;
  /** What candidates are ranked by: whole and parts together. */
  likeness: number;
  contender: Contender | null;
}

/** Whole and parts together, before variants were set against each other: comparable between places. */
export const rawLikeness = ({ fit, parts }: Candidature): number =>
  wholeShare * fit.ncc + (1 - wholeShare) * parts;

/** The parts, free to move, weigh a little more: editions of a design shift their elements. */
const wholeShare = 0.4;

/** So many of the coarse fits are looked at more closely; the rest is far behind in every photo tried. */
const shortlisted = 7;
/** Correlation that products of another design do not reach. */
const plainly = 0.62;
/** Figures that a first glance at every other spot leaves in question. */
const glanced = 12;
/** Height against the plan's: packs lean, bulge, stand farther back. */
const stretches = [0.94, 1, 1.06];
/** Only figures this close behind the best are compared part by part. */
const contenderMargin = 0.2;

/** All figures that might stand around the spot, best first, at most one entry a figure. */
export function identify(scene: Scene, stand: Stand, view: View, planned: number | null): Candidature[] {
  const { packStretch } = scene;
  const glances = lookAround(scene, stand, view, planned).sort((a, b) => b.ncc - a.ncc);
  const worth = new Set(glances.slice(0, glanced).map((f) => f.figure));
  if (planned !== null) worth.add(planned);
  const talls = stretches.map((s) => s * packStretch);
  const coarse = [...worth].flatMap((i) => bestTalls(findFigure(scene, i, stand, talls, 1, view)));
  coarse.sort((a, b) => b.ncc - a.ncc);
  const close = coarse.slice(0, shortlisted).map((f) => sharpen(scene, f, view));
  close.sort((a, b) => b.ncc - a.ncc);
  const top = close[0]?.ncc ?? 0;
  const byFigure = new Map<number, Candidature>();
  for (const fit of [...close, ...coarse.slice(shortlisted)]) {
    const contender = fit.ncc > top - contenderMargin ? contenderOf(scene, fit, view) : null;
    const parts = contender === null ? fit.ncc - contenderMargin : meanOf(contender);
    const likeness = wholeShare * fit.ncc + (1 - wholeShare) * parts;
    const known = byFigure.get(fit.figure);
    if (known === undefined || likeness > known.likeness)
      byFigure.set(fit.figure, { fit, parts, likeness, contender });
  }
  const ranked = [...byFigure.values()].sort((a, b) => b.likeness - a.likeness);
  return settle(scene.bay.fine.image, ranked, planned);
}

/** When the planned product is plainly there, only its kin can be there in its stead. */
function lookAround(scene: Scene, stand: Stand, view: View, planned: number | null): Fit[] {
  const glance = (figure: number): Fit[] => findFigure(scene, figure, stand, [scene.packStretch], 2, view);
  if (planned !== null) {
    const expected = glance(planned);
    if (expected.some((fit) => fit.ncc > plainly))
      return [...expected, ...kinOf(scene.figures, planned).flatMap(glance)];
  }
  return scene.figures.flatMap((_, figure) => glance(figure));
}

/** Of each reference image the height that fits best. */
function bestTalls(fits: readonly Fit[]): Fit[] {
  const best = new Map<number, Fit>();
  for (const fit of fits) if (fit.ncc > (best.get(fit.image)?.ncc ?? -2)) best.set(fit.image, fit);
  return [...best.values()];
}

/** Contenders this close are taken for variants of one design and judged by what sets them apart. */
const variantReach = 0.15;
/** Most packs stand where they are planned: that decides between variants that the photo cannot tell apart. */
const planBonus = 0.025;

/** Ranks the variants of one design by what sets them apart in `photo`. */
function settle(photo: LabImage, ranked: Candidature[], planned: number | null): Candidature[] {
  const best = ranked[0]?.likeness ?? 0;
  const close = ranked.filter((c) => c.contender !== null && c.likeness > best - variantReach).slice(0, 6);
  if (close.length < 2) return ranked;
  const prior = (c: Candidature): number => (c.fit.figure === planned ? planBonus : 0);
  const margins = new Map<Candidature, number>();
  for (const one of close) {
    let sum = 0;
    for (const other of close)
      if (other !== one && one.contender !== null && other.contender !== null)
        sum += variantMargin(photo, one.contender, other.contender);
    margins.set(one, sum / (close.length - 1));
  }
  return ranked
    .map((c) => ({ ...c, likeness: c.likeness + (margins.get(c) ?? 0) + prior(c) }))
    .sort((a, b) => b.likeness - a.likeness);
}

function contenderOf({ bay, rack }: Scene, fit: Fit, view: View): Contender | null {
  const level = bay.fine;
  const width = Math.round(fit.widthMm * level.pxPerMm);
  const height = Math.round(fit.heightMm * level.pxPerMm);
  const parted = rack.parted(fit.figure, fit.image, width, height, view);
  if (parted === null) return null;
  const x = Math.round((fit.xMm - bay.leftMm) * level.pxPerMm - width / 2 + view.left * width);
  const y = Math.round((fit.yMm - bay.topMm) * level.pxPerMm - height + view.top * height);
  return { ...parted, x, y, matched: matchParts(level.image, parted.template, x, y) };
}

function meanOf({ matched, template }: Contender): number {
  const weights = weightsOf(template);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < matched.length; i++) {
    sum += (matched[i] ?? 0) * (weights[i] ?? 0);
    total += weights[i] ?? 0;
  }
  return total > 0 ? sum / total : -1;
}
