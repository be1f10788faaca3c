import type { ReactNode } from 'react';

/** The same placeholder a number of times, while what it stands for is on its way. */
export function Placeholders({ count, each }: { count: number; each: (key: string) => ReactNode }) {
  return Array.from({ length: count }, (_, at) => each(`placeholder ${at}`));
}
