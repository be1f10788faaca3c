import type { ReviewedCapture } from '../read-capture.ts';
import classes from './evidence-panel.module.css';

interface PhotoCropProps {
  photo: NonNullable<ReviewedCapture['photo']>;
  photoUrl: string;
  /** [x, y, width, height], 0..1 of the photo. */
  box: readonly number[];
  name: string;
}

/** Share of the box that is shown around it, so that the neighbours are visible. */
const margin = 0.18;

/** Shows the part of the photo that a finding is about; the photo is loaded already, so this needs no request. */
export function PhotoCrop({ photo, photoUrl, box, name }: PhotoCropProps) {
  const [x = 0, y = 0, w = 0, h = 0] = box;
  const place = {
    x: x * photo.widthPx,
    y: y * photo.heightPx,
    width: w * photo.widthPx,
    height: h * photo.heightPx,
  };
  const pad = margin * Math.max(place.width, place.height);
  const view = [place.x - pad, place.y - pad, place.width + 2 * pad, place.height + 2 * pad];
  return (
    <svg className={classes.crop} viewBox={view.join(' ')} role="img" aria-label={name}>
      <image href={photoUrl} width={photo.widthPx} height={photo.heightPx} />
      <rect className={classes.cropEdge} {...place} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
