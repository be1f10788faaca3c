import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** How long a signed address is good for at least: a page that stays open refreshes its data sooner. */
const shortestLifeSeconds = 5 * 60;
/** Addresses made within the same span are equal, so that a browser finds the photo in its cache. */
const spanSeconds = 5 * 60;

export interface ImageSigner {
  /** Path and query of an image on this API, good for 5 to 10 minutes. */
  pathOf(sha256: string): string;
  /** The instant an address ends, in epoch seconds; null when it is tampered with, malformed or over. */
  accept(sha256: string, query: { expires: unknown; signature: unknown }): number | null;
}

/**
 * Signs addresses of images with a key of its own derived from the secret. Only derivatives without metadata and
 * reference images are ever signed; an original has no address.
 */
export function openImageSigner(secret: string, now: () => number = Date.now): ImageSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'gondola image address 1', 32));
  const sign = (sha256: string, expires: number) =>
    createHmac('sha256', key).update(`${sha256}.${expires}`).digest('base64url');
  const nowSeconds = () => Math.floor(now() / 1000);

  return {
    pathOf(sha256) {
      const expires = Math.ceil((nowSeconds() + shortestLifeSeconds) / spanSeconds) * spanSeconds;
      return `/images/${sha256}?expires=${expires}&signature=${sign(sha256, expires)}`;
    },
    accept(sha256, { expires, signature }) {
      if (typeof expires !== 'string' || typeof signature !== 'string') return null;
      if (!/^[0-9a-f]{64}$/.test(sha256) || !/^\d{1,12}$/.test(expires)) return null;
      const expected = Buffer.from(sign(sha256, Number(expires)));
      const given = Buffer.from(signature);
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
      return Number(expires) > nowSeconds() ? Number(expires) : null;
    },
  };
}
