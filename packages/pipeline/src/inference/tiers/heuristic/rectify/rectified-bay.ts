import { type Homography, project } from '../../../geometry/homography.ts';
import type { Frame } from '../../../images/frame.ts';
import type { Plan } from './figure.ts';
import { type IntegralImage, integralOf, sumStore } from './integral-image.ts';
import { type LabImage, toLab } from './lab-image.ts';
import { resizeLab } from './resample.ts';
import { clearDesk, layOut } from './window-dot.ts';

/** The bay as if photographed straight on: axis-aligned, the same number of pixels for every millimetre. */
export interface RectifiedBay {
  /** To look closely and to look around: the second is half the size. */
  fine: RectifiedLevel;
  coarse: RectifiedLevel;
  /** Bay millimetres of the image's left and top edge (negative: a margin around the bay). */
  leftMm: number;
  topMm: number;
}

export interface RectifiedLevel {
  image: LabImage;
  integral: IntegralImage;
  /** Where a copy of the image lies for `dotAt`. */
  at: number;
  pxPerMm: number;
}

/** Height of the plan's median pack at the fine level: twice as many pixels told no more flavours apart. */
export const packHeightPx = 48;
/** Bounds time on bays of very many small packs. */
const maxPixels = 1_000_000;

/** One bay at a time is looked at; the bay rectified before is void. */
const stores = { fine: sumStore(), coarse: sumStore() };

/** Margins let packs that overhang the plan be seen whole. Pixels outside the photo repeat its edge. */
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
  clearDesk();
  return {
    fine: { image: fine, integral: integralOf(fine, stores.fine), at: layOut(fine.data), pxPerMm },
    coarse: {
      image: coarse,
      integral: integralOf(coarse, stores.coarse),
      at: layOut(coarse.data),
      pxPerMm: pxPerMm / 2,
    },
    leftMm,
    topMm,
  };
}

/** Frame pixels per rectified pixel at the bay's middle; above about 1.3 the frame should be shrunk first. */
export function reduction(bayToFrame: Homography, plan: Plan): number {
  const { widthMm, heightMm } = plan.planogram;
  const heights = plan.places.map((p) => p.slot.heightMm).sort((a, b) => a - b);
  const [x0, y0] = project(bayToFrame, widthMm / 2, heightMm / 2);
  const [x1, y1] = project(bayToFrame, widthMm / 2 + 1, heightMm / 2 + 1);
  const framePxPerMm = Math.sqrt(Math.abs((x1 - x0) * (y1 - y0)));
  return (framePxPerMm * (heights[heights.length >> 1] ?? 1)) / packHeightPx;
}

/** Bilinear. */
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
  const { data } = frame;
  const maxX = frame.width - 1;
  const maxY = frame.height - 1;
  const stride = frame.width * 3;
  let o = 0;
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++) {
      const [px, py] = project(bayToFrame, leftMm + (i + 0.5) / pxPerMm, topMm + (j + 0.5) / pxPerMm);
      const x = Math.max(0, Math.min(maxX, px - 0.5));
      const y = Math.max(0, Math.min(maxY, py - 0.5));
      const x0 = Math.floor(x);
      const y0 = Math.floor(y);
      const fx = x - x0;
      const fy = y - y0;
      const a = y0 * stride + x0 * 3;
      const b = x0 < maxX ? a + 3 : a;
      const down = y0 < maxY ? stride : 0;
      for (let c = 0; c < 3; c++) {
        const top = (data[a + c] ?? 0) * (1 - fx) + (data[b + c] ?? 0) * fx;
        const low = (data[a + down + c] ?? 0) * (1 - fx) + (data[b + down + c] ?? 0) * fx;
        out[o++] = top * (1 - fy) + low * fy + 0.5;
      }
    }
  return { width, height, data: out };
}
