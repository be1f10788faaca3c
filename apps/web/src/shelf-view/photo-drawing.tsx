'use client';
import { useSize } from '../lib/use-size.ts';
import { BoxLayer, type ChoosableBox } from './box-layer.tsx';
import { CoveredRegions } from './covered-regions.tsx';
import classes from './drawing.module.css';
import type { Selection } from './selection.ts';

interface PhotoDrawingProps {
  photo: { widthPx: number; heightPx: number };
  url: string;
  onError: () => void;
  /** Names the boxes for screen readers. */
  name: string;
  /** The boxes over the photo, in screen pixels of a photo of this size. */
  boxesAt: (width: number, height: number) => readonly ChoosableBox[];
  selection: Selection;
  /** Where something stands before the bay: closed outlines of each region, x, y, x, y, ... in 0..1 of the photo. */
  covered?: readonly { outlines: readonly (readonly number[])[] }[];
}

/** Shows the photo of a bay with boxes to choose over it. */
export function PhotoDrawing(props: PhotoDrawingProps) {
  const { photo, url, onError, name, boxesAt, selection, covered = [] } = props;
  const { ref, width, height } = useSize<HTMLDivElement>();
  const ratio = photo.widthPx / photo.heightPx;
  const boxes = width > 0 ? boxesAt(width, height) : [];
  return (
    <div
      ref={ref}
      className={classes.drawing}
      style={{ aspectRatio: ratio, width: `min(100%, calc(var(--drawing-height) * ${ratio}))` }}
    >
      {/* biome-ignore lint/performance/noImgElement: signed, short-lived images must not pass through the optimizer's cache */}
      <img src={url} alt="The bay as it was photographed" onError={onError} />
      {covered.length > 0 ? <CoveredRegions regions={covered} width={width} height={height} /> : null}
      {boxes.length > 0 ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for a drawing
        <svg viewBox={`0 0 ${width || 1} ${height || 1}`} role="group" aria-label={name}>
          <BoxLayer boxes={boxes} selection={selection} />
        </svg>
      ) : null}
    </div>
  );
}

/** Returns a box of the photo ([x, y, width, height], 0..1) in screen pixels; null for an incomplete box. */
export function placeOnPhoto(box: readonly number[] | null, width: number, height: number) {
  const [x, y, w, h] = box ?? [];
  if (x === undefined || y === undefined || w === undefined || h === undefined) return null;
  return { x: x * width, y: y * height, width: w * width, height: h * height };
}

/** Draws the outline of a box, light and dark, so that it is visible on any photo. */
export const BoxOutline = ({ place }: { place: { x: number; y: number; width: number; height: number } }) => (
  <>
    <rect data-part="halo" {...place} rx={2} />
    <rect data-part="edge" {...place} rx={2} />
  </>
);
