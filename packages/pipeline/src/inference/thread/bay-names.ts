import { createHash } from 'node:crypto';
import type { KnownBay } from './messages.ts';

/**
 * Names bays by number: the same planogram, by content (it is read from the database for every capture), with the same
 * set of reference images, by identity (the worker keeps one object a set), has the same number.
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
