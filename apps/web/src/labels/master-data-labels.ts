import type { MasterDataKind, MasterDataOutcome } from '../generated/graphql.ts';

/** Kinds of master data, in the order in which they refer to each other. */
export const masterDataKindLabels: Record<MasterDataKind, string> = {
  STORES: 'Stores',
  STORE_GROUPS: 'Store groups',
  BAYS: 'Bays',
  CATEGORIES: 'Categories',
  PLANOGRAMS: 'Planograms',
  PRODUCTS: 'Products',
  ASSIGNMENTS: 'Assignments',
};

/** The columns of each kind; the first ones identify a row. */
export const masterDataColumns: Record<MasterDataKind, string> = {
  STORES: 'store, name, time_zone',
  STORE_GROUPS: 'group, store',
  BAYS: 'store, aisle',
  CATEGORIES: 'category, name',
  PLANOGRAMS: 'planogram, name, category',
  PRODUCTS: 'sku, catalog, gtin, name, brand, category, width_mm, height_mm, depth_mm',
  ASSIGNMENTS: 'store, aisle, version, from',
};

export const masterDataOutcomeLabels: Record<MasterDataOutcome, string> = {
  CREATED: 'New',
  CHANGED: 'Changed',
  UNCHANGED: 'Unchanged',
  FAILED: 'Left out',
};
