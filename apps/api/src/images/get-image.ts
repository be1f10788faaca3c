import type { Database } from '@gondola/db';
import type { ObjectStore } from '@gondola/pipeline/objects';
import type { ApiHandler } from '../http/api-handler.ts';
import { findImage } from './image-rows.ts';
import type { ImageSigner } from './image-signer.ts';

export interface ImageTools {
  db: Database;
  objects: ObjectStore;
  images: ImageSigner;
}

const shownTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** `GET /images/:sha256?expires=&signature=`: the bytes behind a signed address, for whoever was given it. */
export const getImage =
  ({ db, objects, images }: ImageTools): ApiHandler<{ sha256: string }> =>
  async (request, response) => {
    const { sha256 } = request.params;
    const { expires, signature } = request.query;
    const until = images.accept(sha256, { expires, signature });
    if (until === null) {
      response.status(403).json({ error: 'The address of this image is not valid or has expired.' });
      return;
    }
    const row = await findImage(db, sha256);
    const isShown = row !== null && shownTypes.includes(row.mimeType);
    const maxAgeSeconds = Math.max(0, until - Math.floor(Date.now() / 1000));
    const validity = {
      'Cache-Control': `private, max-age=${maxAgeSeconds}, immutable`,
      ETag: `"${sha256}"`,
    };
    // The bytes under a hash never change: the copy of a caller that has the hash needs no read of the object store.
    if (isShown && row.expiredAt === null) {
      response.set(validity);
      if (holdsCopy(request.headers['if-none-match'], validity.ETag)) return void response.status(304).end();
    }
    const bytes = isShown ? await objects.get(sha256) : null;
    if (row?.expiredAt && bytes === null) {
      const at = row.expiredAt.toISOString();
      response.status(410).json({
        error: `The photo expired on ${at.slice(0, 10)} under the retention policy.`,
        expiredAt: at,
      });
      return;
    }
    if (!row || bytes === null) {
      response.status(404).json({ error: 'There is no such image.' });
      return;
    }
    response
      .set({
        ...validity,
        'Content-Type': row.mimeType,
        'Content-Length': String(bytes.byteLength),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': 'inline',
      })
      .end(bytes);
  };

/**
 * Returns whether a caller has these bytes already (RFC 9110, 13.1.2). `Cache-Control: no-cache`, which fetch adds to every
 * such request, changes nothing: the answer comes from here, not from a cache.
 */
const holdsCopy = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')));
