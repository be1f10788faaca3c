'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import type { Selection } from '../review/selection.ts';

/**
 * The chosen key, in the address as `?pos=`, and the one under the pointer.
 * @param order the keys in the order in which j and k walk them
 */
export function usePositionSelection(order: readonly string[]): Selection {
  const [selected, setSelected] = useQueryState(
    'pos',
    parseAsString.withOptions({ history: 'replace', scroll: false }),
  );
  const [hovered, hover] = useState<string | null>(null);
  const select = (key: string | null) => void setSelected(key);
  const step = (by: 1 | -1) => () => {
    const at = selected === null ? -1 : order.indexOf(selected);
    const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next !== undefined) select(next);
  };
  useKeys([
    ['j', step(1)],
    ['k', step(-1)],
    ['Escape', () => select(null)],
  ]);
  return { selected, hovered, select, hover };
}
