/** A part of a frame, in its pixels. */
export interface Window {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a window's pixels lie in the model's input: window point times scale plus offset. */
export interface Fit {
  window: Window;
  /** The part of the input that the window fills, whole pixels; the rest is padding. */
  left: number;
  top: number;
  width: number;
  height: number;
  scaleX: number;
  scaleY: number;
}

/** The window as large as it fits without distortion, in the middle. The few pixels of rounding are in the scales. */
export function letterbox(window: Window, input: { width: number; height: number }): Fit {
  const ratio = Math.min(input.width / window.width, input.height / window.height);
  const width = Math.max(1, Math.round(window.width * ratio));
  const height = Math.max(1, Math.round(window.height * ratio));
  // The trainers' own letterbox rounds half a pixel the same way.
  const left = Math.max(0, Math.round((input.width - width) / 2 - 0.1));
  const top = Math.max(0, Math.round((input.height - height) / 2 - 0.1));
  return { window, left, top, width, height, scaleX: width / window.width, scaleY: height / window.height };
}

/** The window over the whole input, distorted. */
export function stretch(window: Window, { width, height }: { width: number; height: number }): Fit {
  return {
    window,
    left: 0,
    top: 0,
    width,
    height,
    scaleX: width / window.width,
    scaleY: height / window.height,
  };
}

/** Input pixels to frame pixels, across and down. */
export const toFrameX = (fit: Fit, x: number): number => fit.window.x + (x - fit.left) / fit.scaleX;
export const toFrameY = (fit: Fit, y: number): number => fit.window.y + (y - fit.top) / fit.scaleY;
