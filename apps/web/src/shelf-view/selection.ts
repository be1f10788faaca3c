'use client';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useKeys } from '../lib/keys.ts';

/** What is chosen on a screen with drawings (in the address as `?pos=`, so that a link keeps it), and what the pointer is over. */
export interface Selection {
  selected: string | null;
  hovered: string | null;
  select: (key: string | null) => void;
  hover: (key: string | null) => void;
}

export interface OrderedSelection extends Selection {
  /** Chooses the next key of the order; returns false at the end, where it clears the selection. */
  goOn: () => boolean;
}

/** Reads and sets the chosen key, which is part of the address. */
export const useSelectedKey = () =>
  useQueryState('pos', parseAsString.withOptions({ history: 'replace', scroll: false }));

/**
 * Holds the selection and moves it with shortcuts.
 * @param order the keys in the order in which the shortcuts j and k go through them
 * @param paused while a dialog takes the shortcuts
 */
export function useSelection(order: readonly string[], paused = false): OrderedSelection {
  const [selected, setSelected] = useSelectedKey();
  const [hovered, hover] = useState<string | null>(null);

  const select = (key: string | null) => void setSelected(key);
  const step = (by: 1 | -1) => () => {
    const at = selected === null ? -1 : order.indexOf(selected);
    const next = order[at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
    if (next !== undefined) select(next);
  };
  const goOn = () => {
    const next = order[selected === null ? 0 : order.indexOf(selected) + 1];
    select(next ?? null);
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
