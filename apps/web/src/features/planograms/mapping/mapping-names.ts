import type { PlannedVersion } from './read-version.ts';

interface Choice {
  value: string;
  label: string;
}

/** What stands where in a version, as choices by id. */
interface Side {
  positions: Choice[];
  products: Choice[];
  position: (id: string | null) => string | null;
  product: (id: string | null) => string | null;
  productAt: (positionId: string | null) => string | null;
}

/** The words for the two versions that a mapping is between. */
export interface MappingNames {
  from: Side;
  to: Side;
}

export const namesOf = (from: PlannedVersion, to: PlannedVersion): MappingNames => ({
  from: sideOf(from),
  to: sideOf(to),
});

function sideOf({ positions }: PlannedVersion): Side {
  const places = positions.map(({ id, shelfNumber, sequence, product }) => ({
    value: id,
    label: `${shelfNumber}.${sequence} ${product.name}`,
  }));
  const products = new Map(positions.map(({ product }) => [product.id, product.name]));
  const byPosition = new Map(places.map(({ value, label }) => [value, label]));
  const productByPosition = new Map(positions.map(({ id, product }) => [id, product.id]));
  return {
    positions: places,
    products: [...products].map(([value, label]) => ({ value, label })),
    position: (id) => (id === null ? null : (byPosition.get(id) ?? `“${id}”, not planned`)),
    product: (id) => (id === null ? null : (products.get(id) ?? 'a product that is not planned')),
    productAt: (positionId) => (positionId === null ? null : (productByPosition.get(positionId) ?? null)),
  };
}
