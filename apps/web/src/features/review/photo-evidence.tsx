'use client';
import { useSize } from '../../lib/use-size.ts';
import { verdictLook } from '../../ui/verdict-look.ts';
import { BoxLayer, type ChoosableBox } from './box-layer.tsx';
import classes from './drawing.module.css';
import { nameOfFinding } from './name-of-finding.ts';
import type { PositionVerdict, ReviewedCapture } from './read-capture.ts';
import { keyOf, type Selection } from './selection.ts';

interface PhotoEvidenceProps {
  photo: NonNullable<ReviewedCapture['photo']>;
  photoUrl: string;
  onPhotoError: () => void;
  verdicts: readonly PositionVerdict[];
  selection: Selection;
  showBoxes: boolean;
}

/** The photo with a box for each finding that has a place on it. */
export function PhotoEvidence({
  photo,
  photoUrl,
  onPhotoError,
  verdicts,
  selection,
  showBoxes,
}: PhotoEvidenceProps) {
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = photo.widthPx / photo.heightPx;
  const boxes =
    width > 0 && showBoxes
      ? verdicts.flatMap((verdict) => boxOf(verdict, width, height, selection.selected))
      : [];
  return (
    <div
      ref={ref}
      className={classes.drawing}
      style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
    >
      {/* biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache */}
      <img src={photoUrl} alt="The bay as it was photographed" onError={onPhotoError} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing */}
      <svg viewBox={`0 0 ${width || 1} ${height || 1}`} role="group" aria-label="Findings on the photo">
        <BoxLayer boxes={boxes} selection={selection} />
      </svg>
    </div>
  );
}

/** Screen pixels of the mark in a box's corner: a third of a narrow facing, but large enough to tell the icons apart. */
const markSize = (boxWidthPx: number) => Math.min(16, Math.max(11, boxWidthPx / 3));

function boxOf(
  verdict: PositionVerdict,
  width: number,
  height: number,
  selected: string | null,
): ChoosableBox[] {
  const [x, y, w, h] = verdict.box ?? [];
  if (x === undefined || y === undefined || w === undefined || h === undefined) return [];
  const key = keyOf(verdict);
  const { tone, icon: VerdictIcon } = verdictLook[verdict.verdict];
  const quiet = verdict.verdict === 'MATCH';
  const markPx = markSize(w * width);
  const place = { x: x * width, y: y * height, width: w * width, height: h * height };
  const content = (
    <>
      <rect data-part="halo" {...place} rx={2} />
      <rect data-part="edge" {...place} rx={2} />
      {key === selected && verdict.facingBoxes.length > 1
        ? verdict.facingBoxes.map(([fx = 0, fy = 0, fw = 0, fh = 0]) => (
            <rect
              key={`${fx} ${fy}`}
              className={classes.facing}
              x={fx * width}
              y={fy * height}
              width={fw * width}
              height={fh * height}
            />
          ))
        : null}
      {quiet ? null : (
        <g className={classes.mark}>
          <rect x={place.x} y={place.y} width={markPx + 3} height={markPx + 3} rx={2} />
          <VerdictIcon
            x={place.x + 1.5}
            y={place.y + 1.5}
            width={markPx}
            height={markPx}
            stroke={2.4}
            aria-hidden
          />
        </g>
      )}
    </>
  );
  return [{ key, ...place, name: nameOfFinding(verdict), tone, quiet, content }];
}
