import { type GondolaFile, gondolaFormatName } from './formats/gondola/parse-gondola.ts';
import type { Suggested } from './formats/planogram-format.ts';
import type { Planogram } from './model.ts';

/** Writes the planogram as a file of our own format; `parsePlanogram('gondola', ...)` reads the same planogram. */
export function exportPlanogram(planogram: Planogram, identity: Suggested = {}): string {
  const skus = new Map(planogram.products.map((product) => [product.id, product.sku]));
  const shelfIds = new Map(planogram.shelves.map((shelf) => [shelf.number, shelf.id]));
  const { code, label, name, catalog, effectiveFrom, effectiveTo } = identity;
  const file: GondolaFile = {
    format: gondolaFormatName,
    code,
    label,
    name,
    catalog,
    effectiveFrom,
    effectiveTo,
    widthMm: planogram.widthMm,
    heightMm: planogram.heightMm,
    shelves: planogram.shelves.map(({ number: _, ...shelf }) => shelf),
    products: planogram.products.map(({ id: _, ...product }) => product),
    positions: planogram.positions.map(({ productId, shelfNumber, sequence: _, ...position }) => ({
      id: position.id,
      sku: skus.get(productId) ?? productId,
      shelf: shelfIds.get(shelfNumber) ?? String(shelfNumber),
      xMm: position.xMm,
      yMm: position.yMm,
      widthMm: position.widthMm,
      heightMm: position.heightMm,
      facings: position.facings,
      orientation: position.orientation,
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
