import { type Planogram, slotsOf } from './model.ts';

/**
 * Writes the planogram as Azure's planogram matching takes it, in millimetres from the top left. A position of that format
 * is one facing: a block becomes one position a front, `12`, `12/2`, `12/3`.
 */
export function exportPlanogramAzure({ widthMm, heightMm, shelves, products, positions }: Planogram): string {
  const skus = new Map(products.map(({ id, sku }) => [id, sku]));
  const shelfIds = new Map(shelves.map(({ number, id }) => [number, id]));
  const file = {
    width: widthMm,
    height: heightMm,
    products: products.map((product) => ({
      id: product.sku,
      name: product.name,
      w: product.widthMm,
      h: product.heightMm,
    })),
    fixtures: shelves.map((shelf) => ({
      id: shelf.id,
      w: shelf.widthMm,
      h: shelf.heightMm,
      x: shelf.xMm,
      y: shelf.yMm,
    })),
    positions: positions.flatMap((position) =>
      slotsOf(position).map(({ xMm, yMm }, i) => ({
        id: i === 0 ? position.id : `${position.id}/${i + 1}`,
        productId: skus.get(position.productId) ?? position.productId,
        fixtureId: shelfIds.get(position.shelfNumber) ?? String(position.shelfNumber),
        x: round(xMm),
        y: round(yMm),
      })),
    ),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const round = (mm: number) => Math.round(mm * 1e4) / 1e4;
