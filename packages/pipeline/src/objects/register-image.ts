import { type Database, image, type Transaction } from '@gondola/db';
import type { StoredObject } from './object-store.ts';

/** Conflict clause for known bytes: clears the mark that the retention policy had removed them. */
export const clearExpiry = { target: image.sha256, set: { expiredAt: null } };

/** Inserts the row of an object that is already durable; idempotent for the same bytes. */
export const registerImage = (db: Database | Transaction, stored: StoredObject, mimeType: string) =>
  db
    .insert(image)
    .values({ sha256: stored.sha256, byteLength: stored.byteLength, mimeType })
    .onConflictDoUpdate(clearExpiry);
