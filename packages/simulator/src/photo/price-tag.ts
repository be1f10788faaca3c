import { barcodePatch } from '../art/barcode-patch.ts';
import { lettering } from '../art/lettering.ts';
import { createRandom } from '../random.ts';
import type { DemoProduct } from '../world/demo-product.ts';

export const tagWidthMm = 54;
export const tagHeightMm = 33;

/** Draws the price tag of a product: name, price, and an unreadably small bar code. SVG, 4 pixels a millimetre. */
export function priceTagSvg(product: DemoProduct): string {
  const random = createRandom(`price/${product.sku}`);
  const price = `${random.whole(0, 8)}.${random.pick(['19', '29', '49', '79', '99'])}`;
  const offer = random.chance(0.12);
  const paper = offer ? '#ffd93b' : '#fbfbf7';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${tagWidthMm * 4}" height="${tagHeightMm * 4}" viewBox="0 0 ${tagWidthMm} ${tagHeightMm}">` +
    `<rect width="${tagWidthMm}" height="${tagHeightMm}" rx="1.2" fill="${paper}"/>` +
    lettering(
      product.design.brand,
      { x: 3, y: 3, width: 24, height: 3.4 },
      { colour: '#222', weight: 0.16 },
    ) +
    lettering(
      product.design.flavour,
      { x: 3, y: 8, width: 22, height: 2.8 },
      { colour: '#333', weight: 0.14 },
    ) +
    lettering(
      price,
      { x: 27, y: 7, width: 24, height: 17 },
      { colour: offer ? '#b00016' : '#111', weight: 0.2 },
    ) +
    barcodePatch(product.sku, { x: 3, y: 16, width: 22, height: 12 }) +
    `</svg>`
  );
}
