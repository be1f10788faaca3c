import type { Database } from '@gondola/db';
import { type ObjectStore, ObjectTooLarge } from '@gondola/pipeline/objects';
import { addProductImage, findProduct } from '@gondola/pipeline/planogram-versions';
import { actorOf } from '../auth/viewer.ts';
import { isStorableText } from '../errors/unstorable-text.ts';
import type { ApiHandler } from '../http/api-handler.ts';
import { readBody } from '../http/read-body.ts';
import { refuseUnless } from '../http/refuse-unless.ts';
import { watchHead } from './watch-head.ts';

/** A packshot for matching is small; the worker scales it down to a fraction of this. */
const maxBytes = 10 * 1024 * 1024;

/**
 * `PUT /product-images?catalog=&key=` with the bytes of a JPEG, PNG or WebP: a reference image of the product whose
 * SKU, GTIN or name is `key`. Sending the same image again changes nothing.
 */
export const putProductImage =
  ({ db, objects }: { db: Database; objects: ObjectStore }): ApiHandler =>
  async (request, response) => {
    const viewer = response.locals.viewer;
    if (refuseUnless(viewer, 'productImagePut', response)) return;
    const actor = actorOf(viewer);
    const { catalog, key } = request.query;
    if (!isName(catalog) || !isName(key)) {
      response.status(400).json({ error: 'catalog and key name the product.' });
      return;
    }
    const product = await findProduct(db, catalog, key);
    if (!product) {
      response.status(404).json({ error: 'No product of this catalog has this SKU, GTIN or name.' });
      return;
    }
    const head = watchHead(readBody(request));
    const stored = await objects.put(stopUnlessImage(head), { maxBytes }).catch((error: unknown) => {
      if (error instanceof ObjectTooLarge) return 413;
      if (error instanceof NotAnImage) return 415;
      throw error;
    });
    const imageType = head.imageType();
    if (typeof stored === 'number' || imageType === null) {
      const error =
        stored === 413
          ? `A reference image has at most ${maxBytes} bytes.`
          : 'A reference image is a JPEG, PNG or WebP file.';
      response.status(typeof stored === 'number' ? stored : 415).json({ error });
      return;
    }
    await addProductImage(db, actor, { productId: product.id, catalog, key, stored, mimeType: imageType });
    response.json({
      productId: product.id,
      sku: product.sku,
      gtin: product.gtin,
      name: product.name,
      ...stored,
    });
  };

class NotAnImage extends Error {}

/** Gives up at the first bytes, so that nothing but images reaches the store. */
async function* stopUnlessImage(head: ReturnType<typeof watchHead>): AsyncIterable<Uint8Array> {
  let byteLength = 0;
  for await (const chunk of head.bytes) {
    byteLength += chunk.byteLength;
    if (byteLength >= 12 && head.imageType() === null) throw new NotAnImage();
    yield chunk;
  }
  if (head.imageType() === null) throw new NotAnImage();
}

const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 200 && isStorableText(value);
