'use client';
import { type RefObject, useRef } from 'react';
import { useKeys } from './keys.ts';

/**
 * Moves the focus with j and k through the elements marked `data-walk` inside the returned element. The focus itself is
 * the cursor: Enter opens the focused element, and screen readers follow.
 */
export function useRowWalk<Container extends HTMLElement>(): RefObject<Container | null> {
  const container = useRef<Container>(null);
  const step = (by: 1 | -1) => () => {
    const rows = [...(container.current?.querySelectorAll<HTMLElement>('[data-walk]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    ['j', step(1)],
    ['k', step(-1)],
  ]);
  return container;
}
