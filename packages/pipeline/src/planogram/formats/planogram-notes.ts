import type { Planogram } from '../model.ts';

/** Returns notes on oddities that do not prevent the import, for the author of the file. */
export function planogramNotes(planogram: Planogram): string[] {
  return [
    ...unplannedProducts(planogram),
    ...sameNames(planogram),
    ...emptyShelves(planogram),
    ...floating(planogram),
  ];
}

function unplannedProducts({ products, positions }: Planogram): string[] {
  const planned = new Set(positions.map((position) => position.productId));
  const idle = products.filter((product) => !planned.has(product.id)).map((product) => product.sku);
  return idle.length === 0 ? [] : [`No position holds ${listed(idle, 'product', 'products')}.`];
}

function sameNames({ products }: Planogram): string[] {
  const skus = Map.groupBy(products, (product) => product.name);
  return [...skus]
    .filter(([, same]) => same.length > 1)
    .map(
      ([name, same]) =>
        `Products ${same.map((product) => product.sku).join(', ')} are all called “${name}”; a model that labels by name cannot tell them apart.`,
    );
}

function emptyShelves({ shelves, positions }: Planogram): string[] {
  const used = new Set(positions.map((position) => position.shelfNumber));
  const empty = shelves.filter((shelf) => !used.has(shelf.number)).map((shelf) => shelf.id);
  return empty.length === 0 ? [] : [`Nothing is planned on ${listed(empty, 'shelf', 'shelves')}.`];
}

function floating({ shelves, positions }: Planogram): string[] {
  const tops = new Map(shelves.map((shelf) => [shelf.number, shelf.yMm]));
  const sunk = positions
    .filter((position) => {
      const top = tops.get(position.shelfNumber) ?? Number.POSITIVE_INFINITY;
      return position.yMm + position.heightMm > top + 0.05 * position.heightMm;
    })
    .map((position) => position.id);
  return sunk.length === 0
    ? []
    : [`Below the top of their own shelf: ${listed(sunk, 'position', 'positions')}.`];
}

function listed(ids: string[], one: string, many: string): string {
  const shown = ids.slice(0, 5).join(', ');
  const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
  return `${ids.length === 1 ? one : many} ${shown}${more}`;
}
