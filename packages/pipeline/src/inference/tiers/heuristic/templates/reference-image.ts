import type { Frame } from '../../../../images/frame.ts';
import { type LabImage, toLab } from '../pixels/lab-image.ts';
import { cropFrame, resizeLab, shrinkFrame } from '../pixels/resample.ts';
import { heuristicSettings } from '../settings.ts';

/** A margin is a run of border lines in which nearly every pixel has the border's colour. */
const marginTolerance = 14;
const marginShare = 0.985;
/** Never trim more than this share of a side: past it the "margin" is the pack's own colour. */
const maxTrimShare = 0.45;

/** A reference image at halving sizes, the largest first; templates are made from the next larger one. */
export type ReferenceImage = readonly [LabImage, ...LabImage[]];

/** Prepares a reference image: removes the plain (usually white or black) margin of packshots. */
export function prepareReference(frame: Frame): ReferenceImage {
  const trimmed = trimMargins(shrinkFrame(frame, heuristicSettings.referenceLongSidePx * 1.4));
  const full = toLab(shrinkFrame(trimmed, heuristicSettings.referenceLongSidePx));
  const half = resizeLab(full, Math.ceil(full.width / 2), Math.ceil(full.height / 2));
  return [full, half, resizeLab(half, Math.ceil(half.width / 2), Math.ceil(half.height / 2))];
}

/** Returns the reference at a template's size. */
export function scaledReference(reference: ReferenceImage, width: number, height: number): LabImage {
  const source = reference.findLast((r) => r.width >= width && r.height >= height) ?? reference[0];
  return resizeLab(source, width, height);
}

/** Trims margins when at least three corners agree on near-white or near-black: a coloured edge is the pack itself. */
export function trimMargins(frame: Frame): Frame {
  const { width, height, data } = frame;
  if (width < 8 || height < 8) return frame;
  const corners = [0, width - 1, (height - 1) * width, height * width - 1].map((p) => [
    data[p * 3] ?? 0,
    data[p * 3 + 1] ?? 0,
    data[p * 3 + 2] ?? 0,
  ]);
  const white = corners.filter((c) => Math.min(...c) > 238).length;
  const black = corners.filter((c) => Math.max(...c) < 12).length;
  if (white < 3 && black < 3) return frame;
  const border = white >= 3 ? 255 : 0;
  const plain = (x: number, y: number): boolean => {
    const i = (y * width + x) * 3;
    for (let c = 0; c < 3; c++) if (Math.abs((data[i + c] ?? 0) - border) > marginTolerance) return false;
    return true;
  };
  const plainRow = (y: number): boolean => share(width, (x) => plain(x, y)) >= marginShare;
  const plainColumn = (x: number): boolean => share(height, (y) => plain(x, y)) >= marginShare;
  const top = run(height, (i) => plainRow(i));
  const bottom = height - run(height, (i) => plainRow(height - 1 - i));
  const left = run(width, (i) => plainColumn(i));
  const right = width - run(width, (i) => plainColumn(width - 1 - i));
  if (bottom - top < 8 || right - left < 8) return frame;
  return cropFrame(frame, left, top, right, bottom);
}

function share(count: number, test: (i: number) => boolean): number {
  let yes = 0;
  for (let i = 0; i < count; i++) if (test(i)) yes++;
  return yes / count;
}

function run(count: number, test: (i: number) => boolean): number {
  const limit = Math.floor(count * maxTrimShare);
  let i = 0;
  while (i < limit && test(i)) i++;
  return i;
}
