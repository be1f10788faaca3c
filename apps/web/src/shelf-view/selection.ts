'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import type { PositionVerdict } from './read-capture.ts';

/** How photo, planogram and list name the same finding: its position or, for an EXTRA, its place in the list. A ruling keeps both. */
export const keyOf = ({ positionId, ordinal }: Pick<PositionVerdict, 'positionId' | 'ordinal'>): string =>
  positionId ?? `extra:${ordinal}`;

/** The chosen position (in the address as `?pos=`, so that it can be sent to someone) and the one under the pointer. */
export interface Selection {
  selected: string | null;
  hovered: string | null;
  select: (key: string | null) => void;
  hover: (key: string | null) => void;
}

export interface Walk extends Selection {
  /** Goes to the next finding of the order; false at its end, where it lets go of the last one. */
  goOn: () => boolean;
}

/** The chosen position as it stands in the address. */
export const usePosition = () =>
  useQueryState('pos', parseAsString.withOptions({ history: 'replace', scroll: false }));

/**
 * @param order the findings in the order in which j and k walk them
 * @param paused while a dialog has the keys
 */
export function useSelection(order: readonly PositionVerdict[], paused: boolean): Walk {
  const [selected, setSelected] = usePosition();
  const [hovered, hover] = useState<string | null>(null);
  const select = (key: string | null) => void setSelected(key);

  const step = (by: 1 | -1) => () => {
    const at = order.findIndex((verdict) => keyOf(verdict) === selected);
    const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next) select(keyOf(next));
  };
  const goOn = () => {
    const next = order[order.findIndex((verdict) => keyOf(verdict) === selected) + 1];
    select(next ? keyOf(next) : null);
    return next !== undefined;
  };
  useKeys(
    paused
      ? []
      : [
          ['j', step(1)],
          ['k', step(-1)],
          ['Escape', () => select(null)],
        ],
  );
  return { selected, hovered, select, hover, goOn };
}
