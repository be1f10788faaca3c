import { category, type Database, masterDataImport } from '@gondola/db';
import { newestFirst } from '../graphql/paging/newest-first.ts';
import type { PagedList } from '../graphql/paging/read-page.ts';

export type MasterDataImportRow = typeof masterDataImport.$inferSelect;
type CategoryRow = typeof category.$inferSelect;

/** Reads the reports of imports, newest first. */
export const listMasterDataImports = (db: Database): PagedList<MasterDataImportRow> =>
  newestFirst(
    { instant: masterDataImport.createdAt, id: masterDataImport.id },
    ({ micros, where, orderBy, limit }) =>
      db
        .select({ row: masterDataImport, micros })
        .from(masterDataImport)
        .where(where)
        .orderBy(...orderBy)
        .limit(limit),
  );

export const countMasterDataImports = (db: Database): Promise<number> => db.$count(masterDataImport);

/** Reads all categories, by code. */
export const listCategories = (db: Database): Promise<CategoryRow[]> =>
  db.select().from(category).orderBy(category.code);
