'use client';
import { useEffect, useRef } from 'react';
import type { Selection } from '../../../shelf-view/selection.ts';
import { Tag } from '../../../ui/tag.tsx';
import type { KeyedEntry } from '../diff/diff-entries.ts';
import { diffStyles } from '../diff/diff-styles.ts';
import classes from './diff-list.module.css';

interface DiffListProps {
  entries: readonly KeyedEntry[];
  selection: Selection;
}

/** Lists the changes in words. */
export function DiffList({ entries, selection }: DiffListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { selected, hovered, select, hover } = selection;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is read from the page after each choice
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    const box = list.current;
    if (!row || !box) return;
    if (row.offsetTop < box.scrollTop) box.scrollTop = row.offsetTop;
    else if (row.offsetTop + row.offsetHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = row.offsetTop + row.offsetHeight - box.clientHeight;
  }, [selected]);

  if (entries.length === 0)
    return <p className={classes.none}>Every position is the same in both versions.</p>;
  return (
    <ul ref={list} className={classes.list}>
      {entries.map(({ key, entry, marks }) => (
        <li key={key}>
          <button
            type="button"
            className={classes.row}
            aria-pressed={key === selected}
            data-hovered={key === hovered}
            onClick={() => select(key === selected ? null : key)}
            onPointerEnter={() => hover(key)}
            onPointerLeave={() => hover(null)}
          >
            <span className={classes.tags}>
              {marks.map((mark) => (
                <Tag key={mark} tone={diffStyles[mark].tone} icon={diffStyles[mark].icon}>
                  {diffStyles[mark].label}
                </Tag>
              ))}
            </span>
            <span>{entry.words}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
