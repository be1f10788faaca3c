import { type FetchPhotoOptions, fetchPhoto } from './fetch-photo.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';

/**
 * Creates a fetcher that respects the Retry-After of each host. Until then, requests to the host reject at once as
 * retryable, without a connection. The record is per process, so several workers may each call a busy host once.
 */
export function photoFetcher(
  options: Omit<FetchPhotoOptions, 'signal'>,
  nowMs: () => number = Date.now,
): (address: string, signal: AbortSignal) => Promise<Uint8Array> {
  const retryAtMs = new Map<string, number>();

  return async (address, signal) => {
    const host = URL.canParse(address) ? new URL(address).host : '';
    for (const [waitingHost, atMs] of retryAtMs) if (atMs <= nowMs()) retryAtMs.delete(waitingHost);
    const atMs = retryAtMs.get(host);
    if (atMs !== undefined) {
      const seconds = Math.ceil((atMs - nowMs()) / 1000);
      throw new PhotoUnreachable(`the Retry-After of ${host} ends in ${seconds} s`, {
        retry: true,
        retryAfterSeconds: seconds,
      });
    }
    try {
      return await fetchPhoto(address, { ...options, signal });
    } catch (error) {
      if (error instanceof PhotoUnreachable && error.retryAfterSeconds !== null)
        retryAtMs.set(host, nowMs() + error.retryAfterSeconds * 1000);
      throw error;
    }
  };
}
