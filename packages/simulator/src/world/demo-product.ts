import type { Product } from '@gondola/pipeline/planogram';
import { familyStyle, type PackDesign } from '../art/pack-design.ts';
import { createRandom } from '../random.ts';
import { flavours } from './flavours.ts';
import { demonstrationGtin } from './gtin.ts';
import type { Range } from './range.ts';

/** A product with its printed design. */
export interface DemoProduct extends Product {
  design: PackDesign;
}

/** Returns the variants of a range as products; `firstItem` numbers them within the category. */
export function productsOf(
  range: Range,
  category: string,
  categoryCode: string,
  firstItem: number,
): DemoProduct[] {
  const style = familyStyle(range.brand, range.noun, range.hue);
  return range.flavours.map((name, i) => {
    const item = firstItem + i;
    const sku = `${categoryCode}${String(item).padStart(4, '0')}`;
    const seed = `${categoryCode}${item}${range.noun}`;
    const { colour, picture, pictureColour } = flavours[name];
    const chance = createRandom(`claim/${seed}`);
    return {
      id: sku,
      sku,
      gtin: demonstrationGtin(categoryCode, item),
      name: `${range.brand} ${range.noun} ${name} ${range.size}`,
      brand: range.brand,
      category,
      widthMm: range.widthMm,
      heightMm: range.heightMm,
      depthMm: range.depthMm,
      design: {
        seed,
        shape: range.shape,
        widthMm: range.widthMm,
        heightMm: range.heightMm,
        brand: range.brand,
        noun: range.noun,
        flavour: name,
        size: range.size,
        style,
        flavourColour: colour,
        picture,
        pictureColour,
        claim: chance.chance(0.3) ? chance.pick(['NEW', 'BIO', '+20%', 'XXL']) : null,
      },
    };
  });
}
