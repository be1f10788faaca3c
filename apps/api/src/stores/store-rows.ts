import { type Database, store } from '@gondola/db';

export type StoreRow = typeof store.$inferSelect;

/** All stores, by code. */
export const listStores = (db: Database): Promise<StoreRow[]> => db.select().from(store).orderBy(store.code);
