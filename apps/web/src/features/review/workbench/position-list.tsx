'use client';
import { IconUserCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { percent } from '../../../lib/percent.ts';
import type { Selection } from '../../../shelf-view/selection.ts';
import { VerdictTag } from '../../../ui/verdict-tag.tsx';
import { findingKey } from '../finding-key.ts';
import { findingSubject } from '../finding-name.ts';
import type { PositionVerdict } from '../read-capture.ts';
import classes from './position-list.module.css';

interface PositionListProps {
  /** Worst first. */
  verdicts: readonly PositionVerdict[];
  selection: Selection;
  /** Rendered below the chosen row where there is no room elsewhere. */
  detail: ReactNode;
}

export function PositionList({ verdicts, selection, detail }: PositionListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { selected } = selection;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen row is read from the page after each choice
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-pressed="true"]');
    const box = list.current;
    if (!row || !box) return;
    // Only the list scrolls: scrollIntoView would move the photo out of view as well.
    const above = row.offsetTop - box.scrollTop;
    if (above < 0) box.scrollTop = row.offsetTop;
    else if (above + row.offsetHeight > box.clientHeight)
      box.scrollTop = row.offsetTop + row.offsetHeight - box.clientHeight;
  }, [selected]);

  return (
    <ul ref={list} className={classes.list}>
      {verdicts.map((verdict) => {
        const key = findingKey(verdict);
        return (
          <li key={key}>
            <PositionRow verdict={verdict} selection={selection} />
            {key === selected ? detail : null}
          </li>
        );
      })}
    </ul>
  );
}

function PositionRow({ verdict, selection }: { verdict: PositionVerdict; selection: Selection }) {
  const { selected, hovered, select, hover } = selection;
  const key = findingKey(verdict);
  return (
    <button
      type="button"
      className={classes.row}
      aria-pressed={key === selected}
      data-hovered={key === hovered}
      onClick={() => select(key === selected ? null : key)}
      onPointerEnter={() => hover(key)}
      onPointerLeave={() => hover(null)}
    >
      <span className={classes.line}>
        <span className={classes.name}>{findingSubject(verdict)}</span>
        <span className={classes.tags}>
          {verdict.overrule ? (
            <IconUserCheck size={15} stroke={1.8} aria-label="Overruled by a person" />
          ) : null}
          <VerdictTag verdict={verdict.verdict} />
        </span>
      </span>
      <span className={classes.line}>
        <span className={classes.reason}>{reasonOf(verdict)}</span>
        <span className={classes.figures}>
          <span title="Facings seen of planned">
            {verdict.facingsSeen ?? '–'}/{verdict.facingsPlanned}
          </span>
          <span title="Confidence">{percent(verdict.confidence)}</span>
        </span>
      </span>
    </button>
  );
}

/** Returns the person's reason for an overruled finding, else that of scoring, with the product detected instead. */
function reasonOf({ overrule, seen, expected, reason }: PositionVerdict): string {
  const sentence = overrule ? `${overrule.author}: ${overrule.reason}` : reason;
  return expected && seen && seen.id !== expected.id ? `Seen: ${seen.name}. ${sentence}` : sentence;
}
