import type { Frame } from '../frame.ts';

/** Caches frames for inference by the hash of their photo; evicts the least recently used frame. */
export interface FrameCache {
  get(sha256: string, maxLongSidePx: number): Frame | null;
  put(sha256: string, maxLongSidePx: number, frame: Frame): void;
}

export function createFrameCache(maxFrames: number): FrameCache {
  const frames = new Map<string, Frame>();
  const keyOf = (sha256: string, maxLongSidePx: number) => `${sha256} ${maxLongSidePx}`;
  const put = (key: string, frame: Frame) => {
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
      put(key, frame);
      return frame;
    },
    put: (sha256, maxLongSidePx, frame) => put(keyOf(sha256, maxLongSidePx), frame),
  };
}
