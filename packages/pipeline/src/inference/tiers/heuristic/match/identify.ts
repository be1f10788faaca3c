import type { LabImage } from '../pixels/lab-image.ts';
import type { View } from '../rectify/view.ts';
import { lookAlikesOf } from '../templates/look-alikes.ts';
import { matchParts, weightsOf } from '../templates/part-template.ts';
import { type Contender, variantMargin } from './compare-variants.ts';
import { type Fit, findTemplate, refineFit, type Scene, type SearchArea } from './find-template.ts';

/** A product compared with a place. */
export interface Match {
  fit: Fit;
  /** Mean correlation of the parts, each free to move a little; -1..1. */
  parts: number;
  /** The rank of candidates: whole and parts together. */
  likeness: number;
  contender: Contender | null;
}

/** Returns whole and parts together, without the comparison of variants: comparable between places. */
export const rawLikeness = ({ fit, parts }: Match): number => wholeShare * fit.ncc + (1 - wholeShare) * parts;

/** The parts, free to move, weigh a little more: editions of a design shift their elements. */
const wholeShare = 0.4;

/** At most this many coarse fits are refined; the rest was far behind in every photo tried. */
const maxRefinedFits = 7;
/** Correlation that products of another design do not reach. */
const plainMatchNcc = 0.62;
/** At most this many products pass the search at every second spot. */
const maxCloserProducts = 12;
/** Height against the plan's: packs lean, bulge, stand farther back. */
const stretches = [0.94, 1, 1.06];
/** Only products this close behind the best are compared part by part. */
const contenderMargin = 0.2;

/** Returns the products that may stand around the spot, best first, at most one entry per product. */
export function identify(scene: Scene, area: SearchArea, view: View, planned: number | null): Match[] {
  const { packStretch } = scene;
  const coarseFits = findCoarseFits(scene, area, view, planned).sort((a, b) => b.ncc - a.ncc);
  const worth = new Set(coarseFits.slice(0, maxCloserProducts).map((f) => f.productIndex));
  if (planned !== null) worth.add(planned);
  const talls = stretches.map((s) => s * packStretch);
  const coarse = [...worth].flatMap((i) => bestTalls(findTemplate(scene, i, area, talls, 1, view)));
  coarse.sort((a, b) => b.ncc - a.ncc);
  const close = coarse.slice(0, maxRefinedFits).map((f) => refineFit(scene, f, view));
  close.sort((a, b) => b.ncc - a.ncc);
  const top = close[0]?.ncc ?? 0;
  const byFigure = new Map<number, Match>();
  for (const fit of [...close, ...coarse.slice(maxRefinedFits)]) {
    const contender = fit.ncc > top - contenderMargin ? contenderOf(scene, fit, view) : null;
    const parts = contender === null ? fit.ncc - contenderMargin : meanOf(contender);
    const likeness = wholeShare * fit.ncc + (1 - wholeShare) * parts;
    const known = byFigure.get(fit.productIndex);
    if (known === undefined || likeness > known.likeness)
      byFigure.set(fit.productIndex, { fit, parts, likeness, contender });
  }
  const ranked = [...byFigure.values()].sort((a, b) => b.likeness - a.likeness);
  return rankVariants(scene.bay.fine.image, ranked, planned);
}

/** Finds coarse fits. When the planned product correlates clearly, only its look-alikes are tried beside it. */
function findCoarseFits(scene: Scene, area: SearchArea, view: View, planned: number | null): Fit[] {
  const fitCoarsely = (productIndex: number): Fit[] =>
    findTemplate(scene, productIndex, area, [scene.packStretch], 2, view);
  if (planned !== null) {
    const expected = fitCoarsely(planned);
    if (expected.some((fit) => fit.ncc > plainMatchNcc))
      return [...expected, ...lookAlikesOf(scene.productTemplates, planned).flatMap(fitCoarsely)];
  }
  return scene.productTemplates.flatMap((_, productIndex) => fitCoarsely(productIndex));
}

/** Returns for each reference image the height that fits best. */
function bestTalls(fits: readonly Fit[]): Fit[] {
  const best = new Map<number, Fit>();
  for (const fit of fits) if (fit.ncc > (best.get(fit.image)?.ncc ?? -2)) best.set(fit.image, fit);
  return [...best.values()];
}

/** Contenders this close are treated as variants of one design and compared by their differences. */
const variantReach = 0.15;
/** Most packs stand where they are planned: this bonus decides between variants that the photo does not separate. */
const planBonus = 0.025;

/** Ranks the variants of one design by their differences in `photo`. */
function rankVariants(photo: LabImage, ranked: Match[], planned: number | null): Match[] {
  const best = ranked[0]?.likeness ?? 0;
  const close = ranked.filter((c) => c.contender !== null && c.likeness > best - variantReach).slice(0, 6);
  if (close.length < 2) return ranked;
  const prior = (c: Match): number => (c.fit.productIndex === planned ? planBonus : 0);
  const margins = new Map<Match, number>();
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

function contenderOf({ bay, templateCache }: Scene, fit: Fit, view: View): Contender | null {
  const level = bay.fine;
  const width = Math.round(fit.widthMm * level.pxPerMm);
  const height = Math.round(fit.heightMm * level.pxPerMm);
  const parted = templateCache.parted(fit.productIndex, fit.image, width, height, view);
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
