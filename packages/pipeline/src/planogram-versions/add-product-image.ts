import type { Database } from '@gondola/db';
import type { Actor } from '../audit/actor.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { StoredObject } from '../objects/object-store.ts';
import { addReferenceImage } from './add-reference-image.ts';

export interface NewProductImage {
  productId: string;
  /** The key by which the product was named. */
  catalog: string;
  key: string;
  stored: StoredObject;
  mimeType: string;
}

/** Adds a stored object to the reference images of a product for a person, and records it in the audit log. */
export const addProductImage = (
  db: Database,
  actor: Actor,
  { productId, catalog, key, stored, mimeType }: NewProductImage,
): Promise<void> =>
  db.transaction(async (tx) => {
    await addReferenceImage(tx, productId, stored, mimeType);
    await recordAudit(tx, actor, {
      action: 'productImagePut',
      object: `product:${productId}`,
      facts: { catalog, key, ...stored },
    });
  });
