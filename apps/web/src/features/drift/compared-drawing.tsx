'use client';
import { useSize } from '../../lib/use-size.ts';
import { BoxLayer, type ChoosableBox } from '../review/box-layer.tsx';
import drawing from '../review/drawing.module.css';
import { PlannedPosition } from '../review/planned-position.tsx';
import type { DrawnPosition, DrawnVersion } from '../review/read-planogram-version.ts';
import type { Selection } from '../review/selection.ts';
import classes from './compared-versions.module.css';
import type { Difference } from './differences.ts';

interface ComparedDrawingProps {
  version: DrawnVersion;
  /** By the position's id in this version. */
  differences: ReadonlyMap<string, Difference>;
  selection: Selection;
}

/** A planogram to scale, with the positions that another version has otherwise marked and choosable. */
export function ComparedDrawing({ version, differences, selection }: ComparedDrawingProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = version.widthMm / version.heightMm;
  const pxPerMm = width / version.widthMm;
  const placeOf = ({ xMm, yMm, widthMm, heightMm }: DrawnPosition) => ({
    x: xMm * pxPerMm,
    y: yMm * pxPerMm,
    width: widthMm * pxPerMm,
    height: heightMm * pxPerMm,
  });
  const boxes = version.positions.flatMap((position): ChoosableBox[] => {
    const difference = differences.get(position.id);
    if (!difference) return [];
    const place = placeOf(position);
    const { key, tone, word, icon } = difference;
    return [
      {
        key,
        ...place,
        name: `${position.product.name}: ${word.toLowerCase()}, position ${position.id}`,
        tone,
        quiet: false,
        content: <PlannedPosition position={position} place={place} icon={icon} />,
      },
    ];
  });
  return (
    <div
      ref={ref}
      className={`${drawing.drawing} ${drawing.plan}`}
      style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
      <svg
        viewBox={`0 0 ${width || 1} ${height || 1}`}
        role="group"
        aria-label={`Planogram version ${version.label}, ${boxes.length} positions differ`}
      >
        {version.shelves.map((shelf) => (
          <rect
            key={shelf.id}
            className={drawing.shelf}
            x={shelf.xMm * pxPerMm}
            y={shelf.yMm * pxPerMm}
            width={shelf.widthMm * pxPerMm}
            height={Math.max(3, shelf.heightMm * pxPerMm)}
          />
        ))}
        {width > 0 ? (
          <>
            <g className={classes.same} data-tone="quiet">
              {version.positions
                .filter(({ id }) => !differences.has(id))
                .map((position) => (
                  <PlannedPosition
                    key={position.id}
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
  );
}
