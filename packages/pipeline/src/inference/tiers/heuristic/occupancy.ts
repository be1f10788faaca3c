import type { RectifiedBay } from './rectified-bay.ts';
import type { BoxMm } from './visibility.ts';

/** What a place looks like, whatever stands there. */
export interface Surface {
  /** Mean absolute Lab difference between pixels two apart: print is busy, a shelf's back is not. */
  busyness: number;
  /** Mean L*. */
  lightness: number;
  /** Mean distance from grey (stretched Lab units). */
  chroma: number;
}

/** Looks at the middle of the box; edges belong half to the neighbours. */
export function surfaceOf(bay: RectifiedBay, box: BoxMm): Surface {
  const { image, pxPerMm } = bay.fine;
  const column = (mm: number): number => clamp(Math.round((mm - bay.leftMm) * pxPerMm), 1, image.width - 2);
  const row = (mm: number): number => clamp(Math.round((mm - bay.topMm) * pxPerMm), 1, image.height - 2);
  const x0 = column(box.xMm + 0.08 * box.widthMm);
  const x1 = column(box.xMm + 0.92 * box.widthMm);
  const y0 = row(box.yMm + 0.12 * box.heightMm);
  const y1 = row(box.yMm + 0.94 * box.heightMm);
  const { data } = image;
  const down = image.width * 3;
  let busyness = 0;
  let lightness = 0;
  let chroma = 0;
  let n = 0;
  for (let y = y0; y <= y1; y++)
    for (let x = x0; x <= x1; x++) {
      const i = (y * image.width + x) * 3;
      for (let k = 0; k < 3; k++)
        busyness +=
          Math.abs((data[i + k + 3] ?? 0) - (data[i + k - 3] ?? 0)) +
          Math.abs((data[i + k + down] ?? 0) - (data[i + k - down] ?? 0));
      lightness += data[i] ?? 0;
      chroma += Math.hypot(data[i + 1] ?? 0, data[i + 2] ?? 0);
      n++;
    }
  if (n === 0) return { busyness: 0, lightness: 0, chroma: 0 };
  return { busyness: busyness / n, lightness: lightness / n, chroma: chroma / n };
}

const clamp = (v: number, low: number, high: number): number => Math.max(low, Math.min(high, v));

/** 0..1: that a pack front shows at the place rather than the shelf's back, its floor or the dark. */
export function occupation(surface: Surface, packs: { busyness: number; lightness: number }): number {
  const print = surface.busyness / Math.max(1e-6, packs.busyness);
  const light = surface.lightness / Math.max(1e-6, packs.lightness);
  // Fitted by eye on real and rendered shelves: print decides, colour and light help.
  const evidence = 9 * (print - 0.36) + (surface.chroma - 16) / 12 + 1.5 * (light - 0.7);
  return 1 / (1 + Math.exp(-evidence));
}
