import { type Database, image, type Transaction } from '@gondola/db';
import type { StoredObject } from '../objects/object-store.ts';

/** What else there is to say of bytes that are known: had the retention policy removed them, they are there again. */
export const bytesAreBack = { target: image.sha256, set: { expiredAt: null } };

/** Registers an object that is already durable; the same bytes may come any number of times. */
export const insertImage = (db: Database | Transaction, stored: StoredObject, mimeType: string) =>
  db
    .insert(image)
    .values({ sha256: stored.sha256, byteLength: stored.byteLength, mimeType })
    .onConflictDoUpdate(bytesAreBack);
