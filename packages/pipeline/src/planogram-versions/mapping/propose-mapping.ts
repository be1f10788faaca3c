import type { VersionDiff } from '../compare/version-diff.ts';
import type { MappingEntry } from './mapping-entry.ts';

/**
 * Proposes the mapping that follows from a comparison, for a person to check. It has no ALIAS, because only people know
 * those.
 */
export function proposeMapping({ changes }: Pick<VersionDiff, 'changes'>): MappingEntry[] {
  return changes.map(({ kind, from, to }) => ({
    kind,
    fromPositionId: from?.id ?? null,
    toPositionId: to?.id ?? null,
    fromProductId: from?.productId ?? null,
    toProductId: to?.productId ?? null,
    graceUntil: null,
  }));
}
