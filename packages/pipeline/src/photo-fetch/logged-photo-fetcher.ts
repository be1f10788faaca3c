import type { FetchPhotoOptions } from './fetch-photo.ts';
import { photoFetcher } from './photo-fetcher.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';

interface WarningLog {
  warn(facts: object, message: string): void;
}

/**
 * Creates a photoFetcher that also logs the cause of a failed fetch. Only this log has more than the generic error. The
 * logged address has no query, which may contain a signature.
 */
export function loggedPhotoFetcher(
  options: Omit<FetchPhotoOptions, 'signal'>,
  log: WarningLog,
): ReturnType<typeof photoFetcher> {
  const fetch = photoFetcher(options);
  return async (address, signal) => {
    try {
      return await fetch(address, signal);
    } catch (error) {
      if (error instanceof PhotoUnreachable)
        log.warn(
          { photoUrl: withoutSecrets(address), detail: error.detail, retry: error.retry },
          'photo fetch failed',
        );
      throw error;
    }
  };
}

function withoutSecrets(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${url.protocol}//${url.host}${url.pathname}`.slice(0, 300) : 'not a URL';
}
