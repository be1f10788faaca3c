import type { ProductKey } from './read-project.ts';
import { isOf, type PsaRecord } from './read-records.ts';

export interface ProductIndex {
  /** Returns the records that match a position's UPC and ID: none, one, or several that are indistinguishable. */
  find(upc: string, id: string): PsaRecord<'Product'>[];
}

/**
 * Indexes products for positions by the key that the project states: UPC, ID or both. The index tries both first, then the
 * stated one, then the other; without a statement the UPC, then the ID. Leading zeros are ignored, since one of the columns
 * may lack them.
 */
export function indexProducts(records: readonly PsaRecord[], stated: ProductKey | null): ProductIndex {
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
  const byBoth = by((upc, id) => (upc === '' || id === '' ? null : JSON.stringify([upc, id])));
  const byUpc = by((upc) => upc || null);
  const byId = by((_, id) => id || null);
  const tries = stated === 'id' ? [byBoth, byId, byUpc] : [byBoth, byUpc, byId];
  return {
    find(upc, id) {
      const found = tries.map((find) => find(plain(upc), plain(id)));
      const first = found.find((products) => products.length > 0) ?? [];
      if (stated === 'upc' || stated === 'id' || found[0] === first) return first;
      // Without a stated key, a UPC of one product beside the ID of another names two.
      return [
        ...new Set([
          ...first,
          ...found.flat().filter(() => found[1]?.length === 1 && found[2]?.length === 1),
        ]),
      ];
    },
  };
}

const plain = (code: string | undefined) => (code ?? '').trim().replace(/^0+(?=\d*$)/, '');

const isSame = (a: PsaRecord, b: PsaRecord) => JSON.stringify(a.cells) === JSON.stringify(b.cells);
