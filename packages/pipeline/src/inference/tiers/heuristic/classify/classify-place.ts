import type { SlotEvidence } from '../../../../realogram.ts';
import type { Fit } from '../match/find-template.ts';
import type { RectifiedBay } from '../rectify/rectified-bay.ts';
import type { ProductTemplate } from '../templates/product-template.ts';
import type { FacingObservation } from './facing-observation.ts';
import { brightnessOf, contrastOf, occupancyOf } from './occupancy.ts';
import { matchQuality, type PhotoBaseline } from './photo-baseline.ts';

export interface PlaceClassification {
  kind: 'product' | 'gap';
  productId: string | null;
  confidence: number;
  identified: boolean;
  /** The recognised pack; null without one. */
  fit: Fit | null;
  /** The numbers behind the classification. */
  evidence: SlotEvidence;
}

/** Match quality that a product other than the planned one needs (see `matchQuality`). */
export const minRecognised = 0.68;
/** The planned product needs less: its presence in its own place is likely a priori. */
export const minExpected = 0.45;
/** Thresholds for an occupied place whose planned product leads all others clearly, though half hidden or reprinted. */
const minHinted = 0.2;
const minHintedLead = 0.1;

export function classifyPlace(
  observation: FacingObservation,
  productTemplates: readonly ProductTemplate[],
  bay: RectifiedBay,
  baseline: PhotoBaseline,
): PlaceClassification {
  const [best, second] = observation.matches;
  const planned = observation.place.productIndex;
  const value = best === undefined ? -1 : matchQuality(bay, baseline, best);
  const lead = best === undefined ? 0 : best.likeness - (second?.likeness ?? 0);
  const isPlanned = best !== undefined && best.fit.productIndex === planned;
  const enough = isPlanned ? minExpected : minRecognised;
  const occupied = occupancyOf(observation.surface, baseline);
  const evidence: SlotEvidence = {
    compared: observation.matches.length,
    likeness: best === undefined ? null : value,
    needed: enough,
    lead: second === undefined ? null : lead,
    contrast: contrastOf(observation.surface, baseline),
    brightness: brightnessOf(observation.surface, baseline),
    colour: observation.surface.chroma,
    colourVariation: observation.surface.variation,
    occupancy: occupied,
    foundBy: best === undefined ? null : observation.foundBy,
  };
  const product = (confidence: number): PlaceClassification => ({
    kind: 'product',
    productId: productTemplates[best?.fit.productIndex ?? -1]?.productId ?? null,
    confidence,
    identified: true,
    fit: best?.fit ?? null,
    evidence,
  });
  if (value >= enough)
    return product(sigmoid((value - enough) / 0.1 + 0.6) * (0.6 + 0.4 * Math.min(1, lead / 0.1)));

  const nameless = { productId: null, fit: null, evidence };
  if (occupied < 0.5) return { ...nameless, kind: 'gap', confidence: 1 - occupied, identified: true };
  const hasReference = (productTemplates[planned]?.images.length ?? 0) > 0;
  if (!hasReference) return { ...nameless, kind: 'product', confidence: occupied, identified: false };
  if (isPlanned && value >= minHinted && lead >= minHintedLead) return product(0.5 * occupied);
  return { ...nameless, kind: 'product', confidence: 0.85 * occupied, identified: true };
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
