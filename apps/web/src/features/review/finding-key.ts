import type { PositionVerdict } from './read-capture.ts';

/**
 * Returns the key under which photo, planogram and list know the same finding: its position or, for an EXTRA, its index in
 * the score. An overruled finding keeps both.
 */
export const findingKey = ({
  positionId,
  ordinal,
}: Pick<PositionVerdict, 'positionId' | 'ordinal'>): string => positionId ?? `extra:${ordinal}`;
