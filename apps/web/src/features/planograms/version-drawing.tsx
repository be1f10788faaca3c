'use client';
import { useSize } from '../../lib/use-size.ts';
import { BoxLayer, type ChoosableBox } from '../review/box-layer.tsx';
import { PlannedPosition as PositionShape } from '../review/planned-position.tsx';
import type { Selection } from '../review/selection.ts';
import { type DiffMark, diffLooks } from './diff-looks.ts';
import type { PlannedPosition, PlannedVersion } from './read-version.ts';
import classes from './version-drawing.module.css';

/** Thinner boards could not be seen. */
const leastBoardPx = 3;

interface VersionDrawingProps {
  version: Pick<PlannedVersion, 'label' | 'widthMm' | 'heightMm' | 'shelves' | 'positions'>;
  /** How a position is named in the selection, and what it is marked with; no mark is drawn for SAME. */
  of: (position: PlannedPosition) => { key: string; mark: DiffMark };
  selection: Selection;
}

/** A planogram version to scale, its shelves numbered from the floor, its positions to choose. */
export function VersionDrawing({ version, of, selection }: VersionDrawingProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = version.widthMm / version.heightMm;
  const pxPerMm = width / version.widthMm;

  const boxes = version.positions.map((position): ChoosableBox => {
    const { key, mark } = of(position);
    const { tone, icon, word } = diffLooks[mark];
    const place = {
      x: position.xMm * pxPerMm,
      y: position.yMm * pxPerMm,
      width: position.widthMm * pxPerMm,
      height: position.heightMm * pxPerMm,
    };
    const said = mark === 'SAME' ? '' : `${word}: `;
    return {
      key,
      ...place,
      name: `${said}${position.product.name}, shelf ${position.shelfNumber}, place ${position.sequence}`,
      tone,
      quiet: mark === 'SAME',
      content: <PositionShape position={position} place={place} icon={mark === 'SAME' ? null : icon} />,
    };
  });

  return (
    <div className={classes.room}>
      <div
        ref={ref}
        className={classes.drawing}
        style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
        <svg
          viewBox={`0 0 ${width || 1} ${height || 1}`}
          role="group"
          aria-label={`Planogram version ${version.label}`}
        >
          {version.shelves.map((shelf) => (
            <g key={shelf.id}>
              <rect
                className={classes.board}
                x={shelf.xMm * pxPerMm}
                y={shelf.yMm * pxPerMm}
                width={shelf.widthMm * pxPerMm}
                height={Math.max(leastBoardPx, shelf.heightMm * pxPerMm)}
              />
              <text className={classes.number} x={-8} y={shelf.yMm * pxPerMm} aria-hidden>
                {shelf.number}
              </text>
            </g>
          ))}
          {width > 0 ? <BoxLayer boxes={boxes} selection={selection} /> : null}
        </svg>
      </div>
    </div>
  );
}
