/** One thing found: corners in pixels, of the model's input or of the frame. */
export interface RawBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** 0..1. */
  score: number;
  classIndex: number;
}

export const areaOf = (box: RawBox): number =>
  Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);

export function sharedArea(a: RawBox, b: RawBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Best first; the rest of the order only makes it the same every time. */
export const byScore = (a: RawBox, b: RawBox): number =>
  b.score - a.score ||
  a.classIndex - b.classIndex ||
  a.top - b.top ||
  a.left - b.left ||
  a.bottom - b.bottom ||
  a.right - b.right;
