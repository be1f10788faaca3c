'use client';
import type { ChoosableBox } from '../../../shelf-view/box-layer.tsx';
import classes from '../../../shelf-view/drawing.module.css';
import { BoxOutline, PhotoDrawing, placeOnPhoto } from '../../../shelf-view/photo-drawing.tsx';
import type { Selection } from '../../../shelf-view/selection.ts';
import { verdictStyles } from '../../../ui/verdict-style.ts';
import { findingKey } from '../finding-key.ts';
import { findingName } from '../finding-name.ts';
import type { CurrentScore, PositionVerdict, ReviewedCapture } from '../read-capture.ts';

interface PhotoEvidenceProps {
  photo: NonNullable<ReviewedCapture['photo']>;
  photoUrl: string;
  onPhotoError: () => void;
  verdicts: readonly PositionVerdict[];
  covered: NonNullable<CurrentScore['coveredRegions']>;
  selection: Selection;
  showBoxes: boolean;
}

/** Shows the photo with a box for each finding that has a place on it. */
export function PhotoEvidence(props: PhotoEvidenceProps) {
  const { photo, photoUrl, onPhotoError, verdicts, covered, selection, showBoxes } = props;
  return (
    <PhotoDrawing
      photo={photo}
      url={photoUrl}
      onError={onPhotoError}
      name="Findings on the photo"
      selection={selection}
      covered={showBoxes ? covered : []}
      boxesAt={(width, height) =>
        showBoxes ? verdicts.flatMap((verdict) => boxOf(verdict, width, height, selection.selected)) : []
      }
    />
  );
}

/**
 * Returns the size of the mark in a box's corner, in screen pixels: a third of a narrow facing, but large enough for
 * its icon.
 */
const markSize = (boxWidthPx: number) => Math.min(16, Math.max(11, boxWidthPx / 3));

function boxOf(
  verdict: PositionVerdict,
  width: number,
  height: number,
  selected: string | null,
): ChoosableBox[] {
  const place = placeOnPhoto(verdict.box, width, height);
  if (place === null) return [];
  const key = findingKey(verdict);
  const { tone, icon: VerdictIcon } = verdictStyles[verdict.verdict];
  const quiet = verdict.verdict === 'MATCH';
  const markPx = markSize(place.width);
  const content = (
    <>
      <BoxOutline place={place} />
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
  return [{ key, ...place, name: findingName(verdict), tone, quiet, content }];
}
