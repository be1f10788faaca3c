'use client';
import { useCallback, useState } from 'react';

/**
 * Signed addresses change with every answer of the API. Keeps the first one of a photo, so that polling does not load
 * it again, and takes the latest when the browser reports an error because the kept one has run out.
 * @param key what the photo is of; another key starts anew
 */
export function useSteadyUrl(
  key: string,
  latest: string,
): { url: string; failed: boolean; onError: () => void } {
  const [kept, setKept] = useState({ key, url: latest, failed: false });
  const outdated = kept.key !== key || (kept.failed && kept.url !== latest);
  const current = outdated ? { key, url: latest, failed: false } : kept;
  if (current !== kept) setKept(current);
  const onError = useCallback(() => {
    setKept((was) => (was.url === latest ? { ...was, failed: true } : { key, url: latest, failed: false }));
  }, [key, latest]);
  return { url: current.url, failed: current.failed, onError };
}
