import { type Database, productImage } from '@gondola/db';
import { inArray } from 'drizzle-orm';

/** Reads the reference images of products, the oldest first. */
export const referenceImagesOf = (db: Database, productIds: string[]) =>
  db
    .select()
    .from(productImage)
    .where(inArray(productImage.productId, productIds))
    .orderBy(productImage.createdAt, productImage.sha256);
