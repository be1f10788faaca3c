import { isOf, type PsaRecord } from './read-records.ts';

export interface ProductIndex {
  /** Returns the records that match a position's UPC and ID: none, one, or several that are indistinguishable. */
  find(upc: string, id: string): PsaRecord<'Product'>[];
}

/**
 * Indexes products for positions. Projects join positions to products by UPC, by ID, or by both, without stating which. The
 * index tries both first, then the UPC, then the ID. Leading zeros are ignored, since one of the columns may lack them.
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
      // Some programs repeat a product for each planogram.
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
