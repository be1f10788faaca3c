import type { Selection } from '../../../shelf-view/selection.ts';
import { Tag } from '../../../ui/tag.tsx';
import classes from './compared-versions.module.css';
import type { Difference } from './differences.ts';

interface DifferenceListProps {
  summary: string;
  differences: readonly Difference[];
  selection: Selection;
}

/** Lists every difference as a sentence; choosing one marks its place in the drawings. */
export function DifferenceList({ summary, differences, selection }: DifferenceListProps) {
  const { selected, hovered, select, hover } = selection;
  return (
    <>
      <p className={classes.summary}>{summary}</p>
      {differences.length > 0 ? (
        <ul className={classes.list} aria-label="Positions that differ">
          {differences.map(({ key, tone, icon, label, words }) => (
            <li key={key}>
              <button
                type="button"
                aria-pressed={selected === key}
                data-hovered={hovered === key}
                onClick={() => select(selected === key ? null : key)}
                onPointerEnter={() => hover(key)}
                onPointerLeave={() => hover(null)}
              >
                <Tag tone={tone} icon={icon}>
                  {label}
                </Tag>
                <span>{words}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
