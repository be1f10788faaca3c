import type { FetchPhotoOptions } from './fetch-photo.ts';
import { photoFetcher } from './photo-fetcher.ts';
import { PhotoUnreachable } from './photo-unreachable.ts';

interface WarningLog {
  warn(facts: object, message: string): void;
}

/**
 * As photoFetcher, and writes down why a photo could not be fetched: the log is the operator's, and the only place
 * that says more than the one generic error. Of the address it holds no query, which may carry a signature.
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
          'a photo could not be fetched',
        );
      throw error;
    }
  };
}

function withoutSecrets(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url ? `${url.protocol}//${url.host}${url.pathname}`.slice(0, 300) : 'not a URL';
}
