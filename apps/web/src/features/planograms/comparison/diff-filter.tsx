'use client';
import { type DiffMark, diffStyles } from '../diff/diff-styles.ts';
import classes from './diff-list.module.css';

interface DiffFilterProps {
  summary: string;
  counts: readonly [mark: DiffMark, count: number][];
  only: DiffMark | null;
  setOnly: (mark: DiffMark | null) => void;
}

/** Shows the comparison in a sentence and the number of positions per mark; a mark filters the list. */
export function DiffFilter({ summary, counts, only, setOnly }: DiffFilterProps) {
  return (
    <div className={classes.filter}>
      <p>{summary}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className={classes.marks} role="group" aria-label="Show only">
        {counts.map(([mark, count]) => {
          const { tone, icon: MarkIcon, label } = diffStyles[mark];
          return (
            <button
              key={mark}
              type="button"
              className={classes.mark}
              data-tone={tone}
              aria-pressed={mark === only}
              onClick={() => setOnly(mark === only ? null : mark)}
            >
              <MarkIcon size={14} stroke={2} aria-hidden />
              {label} <b>{count.toLocaleString('en')}</b>
            </button>
          );
        })}
      </div>
    </div>
  );
}
