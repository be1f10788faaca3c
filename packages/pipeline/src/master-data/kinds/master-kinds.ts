import type { MasterDataKind } from '@gondola/db';
import { assignments } from './assignments.ts';
import { bays } from './bays.ts';
import { categories } from './categories.ts';
import type { MasterKind } from './master-kind.ts';
import { planograms } from './planograms.ts';
import { products } from './products.ts';
import { storeGroups } from './store-groups.ts';
import { stores } from './stores.ts';

/** The kinds of master data. What a kind refers to stands before it: a first import follows this order. */
export const masterKinds: Readonly<Record<MasterDataKind, MasterKind>> = {
  STORES: stores,
  STORE_GROUPS: storeGroups,
  BAYS: bays,
  CATEGORIES: categories,
  PLANOGRAMS: planograms,
  PRODUCTS: products,
  ASSIGNMENTS: assignments,
};
