import type { PlannedVersion } from '../read-version.ts';

interface Choice {
  value: string;
  label: string;
}

/** The positions and products of a version, as choices by id. */
interface Side {
  positions: Choice[];
  products: Choice[];
  position: (id: string | null) => string | null;
  product: (id: string | null) => string | null;
  productAt: (positionId: string | null) => string | null;
}

/** The choices of the two versions of a mapping. */
export interface MappingNames {
  from: Side;
  to: Side;
}

export const namesOf = (from: PlannedVersion, to: PlannedVersion): MappingNames => ({
  from: sideOf(from),
  to: sideOf(to),
});

function sideOf({ positions }: PlannedVersion): Side {
  const slots = positions.map(({ positionId, shelfNumber, sequence, product }) => ({
    value: positionId,
    label: `${shelfNumber}.${sequence} ${product.name}`,
  }));
  const products = new Map(positions.map(({ product }) => [product.id, product.name]));
  const byPosition = new Map(slots.map(({ value, label }) => [value, label]));
  const productByPosition = new Map(positions.map(({ positionId, product }) => [positionId, product.id]));
  return {
    positions: slots,
    products: [...products].map(([value, label]) => ({ value, label })),
    position: (id) => (id === null ? null : (byPosition.get(id) ?? `“${id}”, not planned`)),
    product: (id) => (id === null ? null : (products.get(id) ?? 'a product that is not planned')),
    productAt: (positionId) => (positionId === null ? null : (productByPosition.get(positionId) ?? null)),
  };
}
