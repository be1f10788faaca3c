import type { PlaceSight } from '../../realogram.ts';
import type { Figure } from './figure.ts';
import type { Fit } from './find-figure.ts';
import { brightnessOf, contrastOf, occupation } from './occupancy.ts';
import type { RectifiedBay } from './rectified-bay.ts';
import type { Sight } from './sight.ts';
import { verify, type Yardstick } from './yardstick.ts';

export interface Judgement {
  kind: 'product' | 'gap';
  productId: string | null;
  confidence: number;
  identified: boolean;
  /** The found pack, when one was recognised. */
  fit: Fit | null;
  /** The numbers it rests on. */
  sight: PlaceSight;
}

/** A product other than the planned one has to look this much like its reference (see `verify`). */
export const recognisedFrom = 0.68;
/** The planned product needs less: that it stands where it is planned is likely before one looks. */
export const expectedFrom = 0.45;
/** An occupied place at which the planned product is clearly ahead of all others, though half hidden or reprinted. */
const hintedFrom = 0.2;
const hintedLead = 0.1;

export function judge(
  sight: Sight,
  figures: readonly Figure[],
  bay: RectifiedBay,
  yardstick: Yardstick,
): Judgement {
  const [best, second] = sight.candidatures;
  const planned = sight.place.figure;
  const value = best === undefined ? -1 : verify(bay, yardstick, best);
  const lead = best === undefined ? 0 : best.likeness - (second?.likeness ?? 0);
  const isPlanned = best !== undefined && best.fit.figure === planned;
  const enough = isPlanned ? expectedFrom : recognisedFrom;
  const occupied = occupation(sight.surface, yardstick);
  const told: PlaceSight = {
    compared: sight.candidatures.length,
    likeness: best === undefined ? null : value,
    needed: enough,
    lead: second === undefined ? null : lead,
    contrast: contrastOf(sight.surface, yardstick),
    brightness: brightnessOf(sight.surface, yardstick),
    colour: sight.surface.chroma,
    colourVariation: sight.surface.variation,
    occupancy: occupied,
    foundBy: best === undefined ? null : sight.foundBy,
  };
  const product = (confidence: number): Judgement => ({
    kind: 'product',
    productId: figures[best?.fit.figure ?? -1]?.productId ?? null,
    confidence,
    identified: true,
    fit: best?.fit ?? null,
    sight: told,
  });
  if (value >= enough)
    return product(sigmoid((value - enough) / 0.1 + 0.6) * (0.6 + 0.4 * Math.min(1, lead / 0.1)));

  const nameless = { productId: null, fit: null, sight: told };
  if (occupied < 0.5) return { ...nameless, kind: 'gap', confidence: 1 - occupied, identified: true };
  const hasReference = (figures[planned]?.images.length ?? 0) > 0;
  if (!hasReference) return { ...nameless, kind: 'product', confidence: occupied, identified: false };
  if (isPlanned && value >= hintedFrom && lead >= hintedLead) return product(0.5 * occupied);
  return { ...nameless, kind: 'product', confidence: 0.85 * occupied, identified: true };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
