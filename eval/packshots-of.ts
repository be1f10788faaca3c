import { decodeReferenceImage, type Frame } from '@gondola/pipeline/photo-detection';
import { type DemoBay, renderPackshot } from '@gondola/simulator';

/** Renders, encodes and decodes packshots, as the running system reads reference images. */
export async function packshotsOf(bay: DemoBay): Promise<Map<string, Frame[]>> {
  const entries = bay.products.map(async (product) => {
    const { png } = await renderPackshot(product);
    return [product.id, [await decodeReferenceImage(png)]] as [string, Frame[]];
  });
  return new Map(await Promise.all(entries));
}
