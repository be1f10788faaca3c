import { isOf, type PsaRecord } from './read-records.ts';

export interface ProductIndex {
  /** The records that a position's UPC and ID may mean: none, one, or several that cannot be told apart. */
  find(upc: string, id: string): PsaRecord<'Product'>[];
}

/**
 * Projects join positions to products by UPC, by ID, or by both, and do not say which. Both is tried first, then the UPC,
 * then the ID. Leading zeros do not count: one of the two columns may have lost them.
 */
export function indexProducts(records: readonly PsaRecord[]): ProductIndex {
  const products = records.filter(isOf('Product'));
  const by = (key: (upc: string, id: string) => string | null) => {
    const index = new Map<string, PsaRecord<'Product'>[]>();
    for (const product of products) {
      const value = key(plain(product.cells[1]), plain(product.cells[2]));
      if (value === null) continue;
      const same = index.get(value);
      if (same === undefined) index.set(value, [product]);
      // Some programs write a product once for each planogram.
      else if (!same.some((other) => isSame(other, product))) same.push(product);
    }
    return (upc: string, id: string) => {
      const value = key(upc, id);
      return value === null ? [] : (index.get(value) ?? []);
    };
  };
  const tries = [
    by((upc, id) => (upc === '' || id === '' ? null : JSON.stringify([upc, id]))),
    by((upc) => upc || null),
    by((_, id) => id || null),
  ];
  return {
    find: (upc, id) =>
      tries.map((find) => find(plain(upc), plain(id))).find((found) => found.length > 0) ?? [],
  };
}

const plain = (code: string | undefined) => (code ?? '').trim().replace(/^0+(?=\d*$)/, '');

const isSame = (a: PsaRecord, b: PsaRecord) => JSON.stringify(a.cells) === JSON.stringify(b.cells);
