import type { Box, CaptureTruth } from '../photo/capture-truth.ts';
import type { RenderedCapture } from '../photo/render-capture.ts';
import type { DemoBay } from '../world/demo-bay.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { KnownPhotoJson } from './known-photo.ts';

/** The label for packs of other chains' products, which a model sees and has no name for. */
export const otherProductLabel = 'other product';

/** A place of which units cover less than this share is empty. */
const mostCoveredOfGap = 0.15;

/**
 * What the sandbox is told of a capture: labels are SKUs, as a model trained on the chain's articles has them. Null when
 * the file is no whole picture. Boxes are those of the upright photo: a photo whose orientation tag lies is not to be told.
 */
export async function truthOfCapture({
  jpeg,
  truth,
  shelf,
}: RenderedCapture): Promise<KnownPhotoJson | null> {
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

/** Flavours of one range differ in a colour and a word: they are what a model mixes up. */
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
    .filter((p) => p.verdict !== 'NOT_VISIBLE' && p.standsThereProductId === null)
    .map((p) => p.box)
    .filter(
      (place) => units.reduce((sum, unit) => sum + coveredShare(place, unit.box), 0) < mostCoveredOfGap,
    );

function coveredShare([x, y, width, height]: Box, [ux, uy, uWidth, uHeight]: Box): number {
  const w = Math.max(0, Math.min(x + width, ux + uWidth) - Math.max(x, ux));
  const h = Math.max(0, Math.min(y + height, uy + uHeight) - Math.max(y, uy));
  return (w * h) / (width * height);
}
