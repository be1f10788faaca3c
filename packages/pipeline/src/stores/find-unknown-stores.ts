import { type Database, store } from '@gondola/db';
import { findIdsByCode } from './find-ids-by-code.ts';

/** Returns the codes that no store has, so that a rejected request names all of its problems. */
export const findUnknownStores = async (db: Database, codes: readonly string[]): Promise<string[]> =>
  (await findIdsByCode(db, store, codes)).unknown;
