import {
  category,
  masterDataImport,
  plannedActivation,
  planogram,
  planogramVersion,
  product,
} from '@gondola/db';
import { inArray } from 'drizzle-orm';
import type { Load } from './limit-rows.ts';

/** Products, planograms and their activations belong to no store. */

export const loadProducts: Load<typeof product.$inferSelect> = (db, ids) =>
  db.select().from(product).where(inArray(product.id, ids));

export const loadPlanograms: Load<typeof planogram.$inferSelect> = (db, ids) =>
  db.select().from(planogram).where(inArray(planogram.id, ids));

export const loadPlanogramVersions: Load<typeof planogramVersion.$inferSelect> = (db, ids) =>
  db.select().from(planogramVersion).where(inArray(planogramVersion.id, ids));

/** An activation reaches over stores: it is for people alone, see the access policy. */
export const loadPlannedActivations: Load<typeof plannedActivation.$inferSelect> = (db, ids) =>
  db.select().from(plannedActivation).where(inArray(plannedActivation.id, ids));

export const loadCategories: Load<typeof category.$inferSelect> = (db, ids) =>
  db.select().from(category).where(inArray(category.id, ids));

export const loadMasterDataImports: Load<typeof masterDataImport.$inferSelect> = (db, ids) =>
  db.select().from(masterDataImport).where(inArray(masterDataImport.id, ids));
