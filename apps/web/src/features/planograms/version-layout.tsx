'use client';
import { useMemo } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { PositionTable } from './position-table.tsx';
import type { PlannedPosition, PlannedVersion } from './read-version.ts';
import { usePositionSelection } from './selection.ts';
import { VersionDrawing } from './version-drawing.tsx';
import classes from './version-screen.module.css';

const unmarked = ({ id }: PlannedPosition) => ({ key: id, mark: 'SAME' as const });

/** A version to scale beside its positions in words; hover and choice are one for both. */
export function VersionLayout({ version }: { version: PlannedVersion }) {
  const { positions, widthMm, heightMm } = version;
  const order = useMemo(() => positions.map(({ id }) => id), [positions]);
  const selection = usePositionSelection(order);
  const key = selection.hovered ?? selection.selected;
  const pointed = positions.find(({ id }) => id === key);
  return (
    <div className={classes.layout}>
      <Panel
        title="Drawn to scale"
        aside={
          <span className={classes.aside}>
            {Math.round(widthMm)} × {Math.round(heightMm)} mm
          </span>
        }
      >
        <VersionDrawing version={version} of={unmarked} selection={selection} />
        <p className={classes.caption} aria-hidden>
          {pointed
            ? `${pointed.product.name}: shelf ${pointed.shelfNumber}, place ${pointed.sequence}`
            : 'Choose a position here or in the table, or press j.'}
        </p>
      </Panel>
      <Panel
        title="Positions"
        aside={<span className={classes.aside}>{positions.length.toLocaleString('en')}</span>}
        flush
      >
        <PositionTable positions={positions} selection={selection} />
      </Panel>
    </div>
  );
}
