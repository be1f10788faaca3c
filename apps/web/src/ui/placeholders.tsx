import type { ReactNode } from 'react';

/** Renders the same placeholder several times while content is loading. */
export function Placeholders({ count, each }: { count: number; each: (key: string) => ReactNode }) {
  return Array.from({ length: count }, (_, at) => each(`placeholder ${at}`));
}
