import { image } from '@gondola/db';
import { eq } from 'drizzle-orm';
import type { ApiHandler } from '../api-handler.ts';
import type { ApiTools } from '../context.ts';

const shownTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** `GET /images/:sha256?expires=&signature=`: the bytes behind a signed address, for whoever was given it. */
export const getImage =
  ({ db, objects, images }: ApiTools): ApiHandler<{ sha256: string }> =>
  async (request, response) => {
    const { sha256 } = request.params;
    const { expires, signature } = request.query;
    const until = images.accept(sha256, { expires, signature });
    if (until === null) {
      response.status(403).json({ error: 'The address of this image is not valid or has expired.' });
      return;
    }
    const [row] = await db.select().from(image).where(eq(image.sha256, sha256));
    const bytes = row && shownTypes.includes(row.mimeType) ? await objects.get(sha256) : null;
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
    const maxAgeSeconds = Math.max(0, until - Math.floor(Date.now() / 1000));
    response
      .set({
        'Content-Type': row.mimeType,
        'Content-Length': String(bytes.byteLength),
        'Cache-Control': `private, max-age=${maxAgeSeconds}, immutable`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Content-Disposition': 'inline',
        ETag: `"${sha256}"`,
      })
      .end(bytes);
  };
