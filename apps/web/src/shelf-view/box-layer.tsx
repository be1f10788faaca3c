'use client';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './box-layer.module.css';
import { type KeyedBox, nearestBox } from './nearest-box.ts';
import type { Selection } from './selection.ts';

/** A box that can be chosen: its place, name and style. */
export interface ChoosableBox extends KeyedBox {
  /** Spoken, and shown below the drawing while the box is under the pointer or chosen. */
  name: string;
  tone: string;
  quiet: boolean;
  content: ReactNode;
}

/**
 * Renders boxes as buttons over a drawing, in its pixels. Tab stops once; the arrow keys go from box to box.
 * The chosen box is ordered last, above the others.
 */
export function BoxLayer({ boxes, selection }: { boxes: readonly ChoosableBox[]; selection: Selection }) {
  const { selected, hovered, select, hover } = selection;
  const tabStop = boxes.some((box) => box.key === selected) ? selected : boxes[0]?.key;

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, box: ChoosableBox) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      select(box.key === selected ? null : box.key);
      return;
    }
    const next = nearestBox(boxes, box, event.key);
    if (!next) return;
    event.preventDefault();
    select(next.key);
    const siblings = event.currentTarget.parentElement?.querySelectorAll<SVGGElement>('[data-key]');
    [...(siblings ?? [])].find((sibling) => sibling.dataset.key === next.key)?.focus();
  };

  const ordered = boxes.toSorted((a, b) => Number(a.key === selected) - Number(b.key === selected));
  return (
    <g className={classes.layer} data-chosen={selected !== null}>
      {ordered.map((box) => (
        // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand in an SVG
        <g
          key={box.key}
          data-key={box.key}
          data-tone={box.tone}
          data-quiet={box.quiet}
          data-hovered={box.key === hovered}
          className={classes.box}
          role="button"
          aria-label={box.name}
          aria-pressed={box.key === selected}
          tabIndex={box.key === tabStop ? 0 : -1}
          onClick={() => select(box.key === selected ? null : box.key)}
          onKeyDown={(event) => onKeyDown(event, box)}
          onPointerEnter={() => hover(box.key)}
          onPointerLeave={() => hover(null)}
        >
          {box.content}
        </g>
      ))}
    </g>
  );
}
