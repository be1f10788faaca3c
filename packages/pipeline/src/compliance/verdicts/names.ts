import type { Planogram } from '../../planogram/model.ts';

/** Names used in reasons. */
export interface Names {
  product(id: string | null): string;
}

export function namesOf(planogram: Planogram): Names {
  const products = new Map(planogram.products.map((product) => [product.id, product.name]));
  return {
    product: (id) => (id === null ? 'Something' : (products.get(id) ?? 'A product of another planogram')),
  };
}

/** Returns "3 facings" or "1 facing". */
export const facings = (count: number): string => `${count} ${count === 1 ? 'facing' : 'facings'}`;
