import type { Frame } from '../../../../images/frame.ts';
import { type Homography, project, scaleAt } from '../../../../math/homography.ts';
import { type IntegralImage, integralOf, sumBuffer } from '../pixels/integral-image.ts';
import { type LabImage, toLab } from '../pixels/lab-image.ts';
import { resizeLab } from '../pixels/resample.ts';
import { sampleBilinear } from '../pixels/sample-bilinear.ts';
import { copyToMemory, resetMemory } from '../pixels/window-dot.ts';
import type { Plan } from '../templates/product-template.ts';

/** The bay as if photographed straight on: axis-aligned, the same number of pixels for every millimetre. */
export interface RectifiedBay {
  /** Levels for close and for coarse search; `coarse` has half the size. */
  fine: RectifiedLevel;
  coarse: RectifiedLevel;
  /** Bay millimetres of the image's left and top edge (negative: a margin around the bay). */
  leftMm: number;
  topMm: number;
}

export interface RectifiedLevel {
  image: LabImage;
  integral: IntegralImage;
  /** Address of the image's copy for `dotAt`. */
  at: number;
  pxPerMm: number;
}

/** Height of the plan's median pack at the fine level: twice as many pixels distinguished no more flavours. */
export const packHeightPx = 48;
/** Bounds time on bays of very many small packs. */
const maxPixels = 1_000_000;

/** One bay is processed at a time; rectifying a bay invalidates the previous one. */
const buffers = { fine: sumBuffer(), coarse: sumBuffer() };

/** Rectifies the bay with a margin, which shows packs that overhang the plan whole. Pixels outside the photo repeat its edge. */
export function rectify(frame: Frame, bayToFrame: Homography, plan: Plan): RectifiedBay {
  const { widthMm, heightMm } = plan.planogram;
  const heights = plan.places.map((p) => p.slot.heightMm).sort((a, b) => a - b);
  const marginMm = Math.max(0.5 * (heights[heights.length >> 1] ?? 0), 0.03 * Math.max(widthMm, heightMm));
  const leftMm = -marginMm;
  const topMm = -marginMm;
  const wideMm = widthMm + 2 * marginMm;
  const highMm = heightMm + 2 * marginMm;
  const wanted = packHeightPx / Math.max(1e-6, heights[heights.length >> 1] ?? 1);
  const pxPerMm = Math.min(wanted, Math.sqrt(maxPixels / (wideMm * highMm)));
  const width = Math.max(8, Math.round(wideMm * pxPerMm));
  const height = Math.max(8, Math.round(highMm * pxPerMm));
  const fine = toLab(warp(frame, bayToFrame, leftMm, topMm, pxPerMm, width, height));
  const coarse = resizeLab(fine, Math.max(4, width >> 1), Math.max(4, height >> 1));
  resetMemory();
  return {
    fine: { image: fine, integral: integralOf(fine, buffers.fine), at: copyToMemory(fine.data), pxPerMm },
    coarse: {
      image: coarse,
      integral: integralOf(coarse, buffers.coarse),
      at: copyToMemory(coarse.data),
      pxPerMm: pxPerMm / 2,
    },
    leftMm,
    topMm,
  };
}

/** Returns frame pixels per rectified pixel at the bay's middle; above about 1.3 the frame should be shrunk first. */
export function reduction(bayToFrame: Homography, plan: Plan): number {
  const { widthMm, heightMm } = plan.planogram;
  const heights = plan.places.map((p) => p.slot.heightMm).sort((a, b) => a - b);
  const framePxPerMm = scaleAt(bayToFrame, widthMm / 2, heightMm / 2);
  return (framePxPerMm * (heights[heights.length >> 1] ?? 1)) / packHeightPx;
}

/** Warps the frame with bilinear interpolation. */
function warp(
  frame: Frame,
  bayToFrame: Homography,
  leftMm: number,
  topMm: number,
  pxPerMm: number,
  width: number,
  height: number,
): Frame {
  const out = new Uint8Array(width * height * 3);
  let o = 0;
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const [px, py] = project(bayToFrame, leftMm + (i + 0.5) / pxPerMm, topMm + (j + 0.5) / pxPerMm);
      sampleBilinear(frame, px - 0.5, py - 0.5, out, o, 0.5);
      o += 3;
    }
  return { width, height, data: out };
}
