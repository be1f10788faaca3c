'use client';
import { useMemo } from 'react';
import { useSelection } from '../../shelf-view/selection.ts';
import { Panel } from '../../ui/panel.tsx';
import { PositionTable } from './position-table.tsx';
import type { PlannedPosition, PlannedVersion } from './read-version.ts';
import { VersionDrawing } from './version-drawing.tsx';
import classes from './version-screen.module.css';

const unmarked = ({ positionId }: PlannedPosition) => ({ key: positionId, mark: 'SAME' as const });

/** Shows a version to scale beside its positions in words, with one selection for both. */
export function VersionLayout({ version }: { version: PlannedVersion }) {
  const { positions, widthMm, heightMm } = version;
  const order = useMemo(() => positions.map(({ positionId }) => positionId), [positions]);
  const selection = useSelection(order);
  const key = selection.hovered ?? selection.selected;
  const pointed = positions.find(({ positionId }) => positionId === key);
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
            ? `${pointed.product.name}: shelf ${pointed.shelfNumber}, slot ${pointed.sequence}`
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
