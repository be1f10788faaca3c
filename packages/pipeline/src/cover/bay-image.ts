import type { Frame } from '../images/frame.ts';
import { type LabImage, toLab } from '../inference/tiers/heuristic/pixels/lab-image.ts';
import { shrinkFrame } from '../inference/tiers/heuristic/pixels/resample.ts';
import { sampleBilinear } from '../inference/tiers/heuristic/pixels/sample-bilinear.ts';
import { compose, type Homography, project, scaleAt, scaling } from '../math/homography.ts';
import type { Planogram } from '../planogram/model.ts';

/** The bay as if photographed straight on, in Lab colours, with the same number of pixels for every millimetre. */
export interface BayImage {
  image: LabImage;
  pxPerMm: number;
  /** Bay millimetres above the bay's upper edge at which the image begins; the same lies below its lower edge. */
  marginMm: number;
  /** 1 for each pixel that lies in the photo. */
  inView: Uint8Array;
}

/** Pixels of a rail's height: fewer do not separate the lip from its shadow. */
const railHeightPx = 10;
/** A plan without usable rails is sampled this densely. */
const minPxPerMm = 0.25;
/** Bounds time on large bays. */
const maxPixels = 400_000;

/** Of a rail's height: the lowest rail and what lies under it belong to the image. */
const marginShare = 2;

/** Rectifies the bay's face with a margin above and below. */
export function bayImageOf(frame: Frame, planogram: Planogram, planogramToPhoto: Homography): BayImage {
  const { widthMm, heightMm } = planogram;
  const heights = planogram.shelves.map((shelf) => shelf.heightMm).filter((mm) => mm > 0);
  const railMm = heights.toSorted((a, b) => a - b)[heights.length >> 1] ?? Number.POSITIVE_INFINITY;
  const marginMm = Number.isFinite(railMm) ? marginShare * railMm : 0;
  const highMm = heightMm + 2 * marginMm;
  const pxPerMm = Math.min(
    Math.max(minPxPerMm, railHeightPx / railMm),
    Math.sqrt(maxPixels / (widthMm * highMm)),
  );
  const width = Math.max(1, Math.round(widthMm * pxPerMm));
  const height = Math.max(1, Math.round(highMm * pxPerMm));
  const toFrame = compose(scaling(frame.width, frame.height), planogramToPhoto);
  const reduction = scaleAt(toFrame, widthMm / 2, heightMm / 2) / pxPerMm;
  // Without averaging first, print would alias.
  const source =
    reduction > 1.25 ? shrinkFrame(frame, Math.max(frame.width, frame.height) / reduction) : frame;
  const toSource = compose(scaling(source.width / frame.width, source.height / frame.height), toFrame);
  const inView = new Uint8Array(width * height);
  const data = new Uint8Array(width * height * 3);
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const [px, py] = project(toSource, (i + 0.5) / pxPerMm, (j + 0.5) / pxPerMm - marginMm);
      if (!(px >= 0 && py >= 0 && px < source.width && py < source.height)) continue;
      const at = j * width + i;
      inView[at] = 1;
      sampleBilinear(source, px - 0.5, py - 0.5, data, at * 3, 0.5);
    }
  return { image: toLab({ data, width, height }), pxPerMm, marginMm, inView };
}
