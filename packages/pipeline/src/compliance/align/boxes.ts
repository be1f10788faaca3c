import type { Box } from '../../realogram.ts';

export function overlapArea(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Returns the share of `inner` that `outer` covers. */
export function coveredShare(inner: Box, outer: Box): number {
  const area = inner[2] * inner[3];
  return area > 0 ? overlapArea(inner, outer) / area : 0;
}

export function intersectionOverUnion(a: Box, b: Box): number {
  const shared = overlapArea(a, b);
  const joint = a[2] * a[3] + b[2] * b[3] - shared;
  return joint > 0 ? shared / joint : 0;
}

/** Returns the smallest box around all boxes; null without any. */
export function boxAround(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box[0]));
  const y = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]));
  return [x, y, right - x, bottom - y];
}
