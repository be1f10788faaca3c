import type { Frame } from '../frame.ts';

/** Frames for inference under the hash of their photo; the one that was asked for or added longest ago goes first. */
export interface KeptFrames {
  get(sha256: string, maxLongSidePx: number): Frame | null;
  keep(sha256: string, maxLongSidePx: number, frame: Frame): void;
}

export function keepFrames(maxFrames: number): KeptFrames {
  const frames = new Map<string, Frame>();
  const keyOf = (sha256: string, maxLongSidePx: number) => `${sha256} ${maxLongSidePx}`;
  const keep = (key: string, frame: Frame) => {
    frames.delete(key);
    frames.set(key, frame);
    const [oldest] = frames.keys();
    if (frames.size > maxFrames && oldest !== undefined) frames.delete(oldest);
  };
  return {
    get(sha256, maxLongSidePx) {
      const key = keyOf(sha256, maxLongSidePx);
      const frame = frames.get(key);
      if (!frame) return null;
      keep(key, frame);
      return frame;
    },
    keep: (sha256, maxLongSidePx, frame) => keep(keyOf(sha256, maxLongSidePx), frame),
  };
}
