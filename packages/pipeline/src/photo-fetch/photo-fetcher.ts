import { type FetchPhotoOptions, fetchPhoto } from './fetch-photo.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';

/**
 * Fetches photos under one set of options and leaves a host alone for as long as it asked to be (Retry-After). What
 * is asked of it meanwhile rejects at once, to be tried again, and no connection is made. Each process keeps its own
 * memory of this: several workers ask a busy host once each.
 */
export function photoFetcher(
  options: Omit<FetchPhotoOptions, 'signal'>,
  nowMs: () => number = Date.now,
): (address: string, signal: AbortSignal) => Promise<Uint8Array> {
  const askAgainAtMs = new Map<string, number>();

  return async (address, signal) => {
    const host = URL.canParse(address) ? new URL(address).host : '';
    for (const [resting, atMs] of askAgainAtMs) if (atMs <= nowMs()) askAgainAtMs.delete(resting);
    const atMs = askAgainAtMs.get(host);
    if (atMs !== undefined) {
      const seconds = Math.ceil((atMs - nowMs()) / 1000);
      throw new PhotoUnreachable(`${host} asked to be left alone for another ${seconds} s`, {
        retry: true,
        retryAfterSeconds: seconds,
      });
    }
    try {
      return await fetchPhoto(address, { ...options, signal });
    } catch (error) {
      if (error instanceof PhotoUnreachable && error.retryAfterSeconds !== null)
        askAgainAtMs.set(host, nowMs() + error.retryAfterSeconds * 1000);
      throw error;
    }
  };
}
