'use client';
import { useSize } from '../../lib/use-size.ts';
import { verdictLook } from '../../ui/verdict-look.ts';
import { BoxLayer, type ChoosableBox } from './box-layer.tsx';
import classes from './drawing.module.css';
import { nameOfFinding } from './name-of-finding.ts';
import { PlannedPosition } from './planned-position.tsx';
import type { PositionVerdict } from './read-capture.ts';
import type { DrawnVersion } from './read-planogram-version.ts';
import type { Selection } from './selection.ts';

interface PlanogramDrawingProps {
  version: DrawnVersion;
  /** Empty until there is a score. */
  verdicts: readonly PositionVerdict[];
  selection: Selection;
}

/** The planogram to scale: shelves, and each position in the colour of its verdict. */
export function PlanogramDrawing({ version, verdicts, selection }: PlanogramDrawingProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = version.widthMm / version.heightMm;
  const pxPerMm = width / version.widthMm;
  const verdictAt = new Map(verdicts.map((verdict) => [verdict.positionId, verdict]));

  const boxes = version.positions.map((position): ChoosableBox => {
    const verdict = verdictAt.get(position.id);
    const look = verdict ? verdictLook[verdict.verdict] : null;
    const place = {
      x: position.xMm * pxPerMm,
      y: position.yMm * pxPerMm,
      width: position.widthMm * pxPerMm,
      height: position.heightMm * pxPerMm,
    };
    return {
      key: position.id,
      ...place,
      name: verdict
        ? nameOfFinding(verdict)
        : `${position.product.name}: not judged yet, position ${position.id}`,
      tone: look?.tone ?? 'quiet',
      quiet: verdict?.verdict === 'MATCH' || !verdict,
      content: (
        <PlannedPosition
          position={position}
          place={place}
          icon={verdict?.verdict === 'MATCH' ? null : (look?.icon ?? null)}
        />
      ),
    };
  });

  return (
    <div
      ref={ref}
      className={`${classes.drawing} ${classes.plan}`}
      style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
      <svg
        viewBox={`0 0 ${width || 1} ${height || 1}`}
        role="group"
        aria-label={`Planogram version ${version.label}`}
      >
        {version.shelves.map((shelf) => (
          <rect
            key={shelf.id}
            className={classes.shelf}
            x={shelf.xMm * pxPerMm}
            y={shelf.yMm * pxPerMm}
            width={shelf.widthMm * pxPerMm}
            height={Math.max(3, shelf.heightMm * pxPerMm)}
          />
        ))}
        {width > 0 ? <BoxLayer boxes={boxes} selection={selection} /> : null}
      </svg>
    </div>
  );
}
