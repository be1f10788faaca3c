import { createHash } from 'node:crypto';
import type { KnownBay } from './messages.ts';

/**
 * Numbers bays. Two bays have the same number when their planograms have the same content (a planogram is read from the
 * database for every capture) and their reference images are the same object (the worker caches one object per set).
 */
export function createBayNames(): { nameOf(bay: KnownBay): number } {
  let next = 0;
  const byReferences = new WeakMap<KnownBay['references'], Map<string, number>>();
  return {
    nameOf({ planogram, references }) {
      const names = byReferences.get(references) ?? new Map<string, number>();
      byReferences.set(references, names);
      const content = createHash('sha256').update(JSON.stringify(planogram)).digest('base64');
      const known = names.get(content);
      if (known !== undefined) return known;
      names.set(content, next);
      return next++;
    },
  };
}
