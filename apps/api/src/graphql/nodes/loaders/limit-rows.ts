import type { Database } from '@gondola/db';
import { eq, isNull, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Reads rows by id, in no order; a row of another store than `storeId` is as if it were not there (null: all stores). */
export type Load<Row> = (db: Database, ids: string[], storeId: string | null) => Promise<Row[]>;

/** Keeps rows of the store. */
export const inStore = (column: PgColumn, storeId: string | null): SQL | undefined =>
  storeId === null ? undefined : eq(column, storeId);

/** Keeps rows of the store, and rows that hold for every store. */
export const inStoreOrAll = (column: PgColumn, storeId: string | null): SQL | undefined =>
  storeId === null ? undefined : or(isNull(column), eq(column, storeId));
