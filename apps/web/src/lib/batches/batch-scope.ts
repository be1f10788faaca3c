import type { CaptureFilter } from '../../generated/graphql.ts';

/** Which captures a person starts a batch for: chosen one by one, or all that match a filter. */
export type NewBatchScope =
  | { kind: 'CAPTURES'; captureIds: string[] }
  | { kind: 'FILTER'; filter: CaptureFilter };

/** The scope of a batch by kind, as the pipeline stores it. */
export type BatchScope =
  | NewBatchScope
  | { kind: 'DRIFT_GROUP'; bayId: string; taggedVersion: string }
  | { kind: 'SILENT_DRIFT'; bayId: string }
  | { kind: 'OUTAGE'; breaker: string };

const kinds: Record<BatchScope['kind'], true> = {
  CAPTURES: true,
  FILTER: true,
  DRIFT_GROUP: true,
  SILENT_DRIFT: true,
  OUTAGE: true,
};

/** Reads a stored scope; null for a kind that this app does not know. */
export function readBatchScope(scope: unknown): BatchScope | null {
  const isKnown =
    typeof scope === 'object' && scope !== null && 'kind' in scope && Object.hasOwn(kinds, `${scope.kind}`);
  return isKnown ? (scope as BatchScope) : null;
}
