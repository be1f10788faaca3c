'use client';
import type { Icon } from '@tabler/icons-react';
import { useSize } from '../lib/use-size.ts';
import { BoxLayer, type ChoosableBox } from './box-layer.tsx';
import classes from './drawing.module.css';
import { PlannedPosition } from './planned-position.tsx';
import type { DrawnPosition, DrawnVersion } from './read-planogram-version.ts';
import type { Selection } from './selection.ts';

/** How a position looks and what it is called where it can be chosen. */
export interface PositionMark extends Pick<ChoosableBox, 'key' | 'name' | 'tone' | 'quiet'> {
  icon: Icon | null;
}

interface PlanogramDrawingProps<Position extends DrawnPosition> {
  version: Pick<DrawnVersion, 'widthMm' | 'heightMm' | 'shelves'> & { positions: readonly Position[] };
  /** Names the drawing for screen readers. */
  name: string;
  /** Null for a position that is drawn but cannot be chosen. */
  markOf: (position: Position) => PositionMark | null;
  selection: Selection;
  /** Writes the number of each shelf at its left. */
  numbered?: boolean;
}

/** Thinner shelves would be invisible. */
const minShelfPx = 3;

/** Draws a planogram version to scale: its shelves, and its positions as boxes to choose. */
export function PlanogramDrawing<Position extends DrawnPosition>(props: PlanogramDrawingProps<Position>) {
  const { version, name, markOf, selection, numbered = false } = props;
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = version.widthMm / version.heightMm;
  const pxPerMm = width / version.widthMm;

  const placeOf = ({ xMm, yMm, widthMm, heightMm }: Position) => ({
    x: xMm * pxPerMm,
    y: yMm * pxPerMm,
    width: widthMm * pxPerMm,
    height: heightMm * pxPerMm,
  });
  const marked = version.positions.map((position) => ({ position, mark: markOf(position) }));
  const boxes = marked.flatMap(({ position, mark }): ChoosableBox[] => {
    if (mark === null) return [];
    const { icon, ...box } = mark;
    const place = placeOf(position);
    return [{ ...box, ...place, content: <PlannedPosition position={position} place={place} icon={icon} /> }];
  });

  return (
    <div className={numbered ? classes.numbered : undefined}>
      <div
        ref={ref}
        className={`${classes.drawing} ${classes.plan}`}
        style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
        <svg viewBox={`0 0 ${width || 1} ${height || 1}`} role="group" aria-label={name}>
          {version.shelves.map((shelf) => (
            <g key={shelf.shelfId}>
              <rect
                className={classes.shelf}
                x={shelf.xMm * pxPerMm}
                y={shelf.yMm * pxPerMm}
                width={shelf.widthMm * pxPerMm}
                height={Math.max(minShelfPx, shelf.heightMm * pxPerMm)}
              />
              {numbered ? (
                <text className={classes.number} x={-8} y={shelf.yMm * pxPerMm} aria-hidden>
                  {shelf.number}
                </text>
              ) : null}
            </g>
          ))}
          {width > 0 ? (
            <>
              <g className={classes.unmarked} data-tone="quiet">
                {marked
                  .filter(({ mark }) => mark === null)
                  .map(({ position }) => (
                    <PlannedPosition
                      key={position.positionId}
                      position={position}
                      place={placeOf(position)}
                      icon={null}
                    />
                  ))}
              </g>
              <BoxLayer boxes={boxes} selection={selection} />
            </>
          ) : null}
        </svg>
      </div>
    </div>
  );
}
