import type { Box, CaptureTruth } from '../photo/capture-truth.ts';
import type { RenderedCapture } from '../photo/render-capture.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { KnownPhotoJson } from './known-photo.ts';

/** The label for packs of other chains' products, which a model detects but cannot name. */
export const otherProductLabel = 'other product';

/** A location counts as empty when units cover less than this share of it. */
const maxCoveredShareOfGap = 0.15;

/**
 * Returns a capture in the form that the sandbox registers: labels are SKUs, as of a model trained on the chain's articles.
 * Returns null when the file is no whole picture. Boxes refer to the upright photo, so a photo with a wrong orientation
 * tag must not be registered.
 */
export async function knownPhotoOf({ jpeg, truth, shelf }: RenderedCapture): Promise<KnownPhotoJson | null> {
  const fingerprint = await fingerprintOf(jpeg);
  if (fingerprint === null) return null;
  const skus = new Map(shelf.bay.products.map((p) => [p.id, p.sku]));
  return {
    fingerprint: Buffer.from(fingerprint).toString('base64'),
    units: truth.units.map(({ productId, box }) => ({
      label: (productId === null ? undefined : skus.get(productId)) ?? otherProductLabel,
      box,
    })),
    gaps: gapsOf(truth),
    lookAlikes: lookAlikesOf(shelf.bay),
  };
}

/** Lists, for each SKU, the other flavours of its range: they differ in a colour and a word, and models confuse them. */
function lookAlikesOf({ products }: DemoBay): Record<string, string[]> {
  return Object.fromEntries(
    products.map(({ sku, design }) => [
      sku,
      products
        .filter((p) => p.sku !== sku && p.design.brand === design.brand && p.design.noun === design.noun)
        .map((p) => p.sku),
    ]),
  );
}

const gapsOf = ({ positions, units }: CaptureTruth): Box[] =>
  positions
    .filter((p) => p.verdict !== 'NOT_VISIBLE' && p.foundProductId === null)
    .map((p) => p.box)
    .filter(
      (box) => units.reduce((sum, unit) => sum + coveredShare(box, unit.box), 0) < maxCoveredShareOfGap,
    );

function coveredShare([x, y, width, height]: Box, [ux, uy, uWidth, uHeight]: Box): number {
  const w = Math.max(0, Math.min(x + width, ux + uWidth) - Math.max(x, ux));
  const h = Math.max(0, Math.min(y + height, uy + uHeight) - Math.max(y, uy));
  return (w * h) / (width * height);
}
