'use client';
import { Button } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useSelection } from '../../../shelf-view/selection.ts';
import { Panel } from '../../../ui/panel.tsx';
import { keyDiff, shownEntries } from '../diff/diff-entries.ts';
import type { DiffMark } from '../diff/diff-styles.ts';
import type { VersionDiff } from '../diff/read-diff.ts';
import type { PlannedPosition, PlannedVersion } from '../read-version.ts';
import { VersionDrawing } from '../version-drawing.tsx';
import { versionPath } from '../version-path.ts';
import classes from '../version-screen.module.css';
import { DiffFilter } from './diff-filter.tsx';
import { DiffList } from './diff-list.tsx';

interface ComparedVersionsProps {
  from: PlannedVersion;
  to: PlannedVersion;
  diff: VersionDiff;
}

/** Shows both versions to scale with all changes marked, and the changes in words, with one selection for all. */
export function ComparedVersions({ from, to, diff }: ComparedVersionsProps) {
  const keyed = useMemo(() => keyDiff(diff.entries), [diff]);
  const [only, setOnly] = useState<DiffMark | null>(null);
  const shown = useMemo(() => shownEntries(keyed, only), [keyed, only]);
  const order = useMemo(() => shown.map(({ key }) => key), [shown]);
  const selection = useSelection(order);

  const markedOn =
    (side: 'from' | 'to') =>
    ({ positionId: id }: PlannedPosition): { key: string; mark: DiffMark } => {
      const entry = keyed[side].get(id);
      if (!entry) return { key: `${side} ${id}`, mark: 'SAME' };
      // With one kind selected, the others are muted.
      const mark = only === null || entry.marks.includes(only) ? (only ?? entry.marks[0] ?? 'SAME') : 'SAME';
      return { key: entry.key, mark };
    };
  const key = selection.hovered ?? selection.selected;
  const words = keyed.entries.find((one) => one.key === key)?.entry.words;

  return (
    <>
      <Panel
        title={`From ${from.label} to ${to.label}`}
        aside={
          <Button
            className={classes.turn}
            component={Link}
            href={versionPath(from.label, to.label)}
            variant="subtle"
            size="compact-xs"
            leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
          >
            Swap sides
          </Button>
        }
        flush
      >
        <DiffFilter summary={diff.summary} counts={keyed.counts} only={only} setOnly={setOnly} />
      </Panel>
      <div className={classes.layout}>
        <Panel title={`Earlier: ${from.label}`}>
          <VersionDrawing version={from} of={markedOn('from')} selection={selection} />
        </Panel>
        <Panel title={`Later: ${to.label}`}>
          <VersionDrawing version={to} of={markedOn('to')} selection={selection} />
        </Panel>
      </div>
      <Panel
        title={only === null ? 'What changed' : 'What changed, filtered'}
        aside={<span className={classes.aside}>{shown.length.toLocaleString('en')}</span>}
        flush
      >
        <p className={classes.caption} style={{ margin: 0, padding: '6px 14px 0' }} aria-hidden>
          {words ?? 'Choose a change here or a position in either drawing, or press j.'}
        </p>
        <DiffList entries={shown} selection={selection} />
      </Panel>
    </>
  );
}
