'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import type { PositionVerdict } from './read-capture.ts';

/** How photo, planogram and list name the same finding: its position, or itself when it is an EXTRA. */
export const keyOf = (verdict: PositionVerdict): string => verdict.positionId ?? verdict.id;

/** The chosen position (in the address as `?pos=`, so that it can be sent to someone) and the one under the pointer. */
export interface Selection {
  selected: string | null;
  hovered: string | null;
  select: (key: string | null) => void;
  hover: (key: string | null) => void;
}

/** @param order the findings in the order in which j and k walk them */
export function useSelection(order: readonly PositionVerdict[]): Selection {
  const [selected, setSelected] = useQueryState(
    'pos',
    parseAsString.withOptions({ history: 'replace', scroll: false }),
  );
  const [hovered, hover] = useState<string | null>(null);
  const select = (key: string | null) => void setSelected(key);

  const step = (by: 1 | -1) => () => {
    const at = order.findIndex((verdict) => keyOf(verdict) === selected);
    const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next) select(keyOf(next));
  };
  useKeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['Escape', () => select(null)],
  ]);
  return { selected, hovered, select, hover };
}
