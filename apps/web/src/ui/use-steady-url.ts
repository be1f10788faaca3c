'use client';
import { useCallback, useState } from 'react';

/**
 * Keeps the first signed address of a photo, although addresses change with every answer of the API, so that polling does
 * not load it again; takes the latest one after an error, when the first has expired.
 * @param key identifies the photo; another key starts again
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
