import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';
import { toRealogram } from '../labels/labels-realogram.ts';
import type { ClassReading } from './class-reading.ts';
import type { DetectorResult } from './open-detector.ts';

/** Converts a detector's boxes to a realogram: one detection per box, in their order. */
export function detectionsToRealogram(
  { boxes, isFull }: DetectorResult,
  { labels, labelOf }: ClassReading,
  planogram: Planogram,
): Realogram {
  const named = boxes.map(({ left, top, right, bottom, score, classIndex }) => ({
    left,
    top,
    right,
    bottom,
    confidence: score,
    label: labelOf(classIndex),
  }));
  return toRealogram(named, { labels, planogram, isFull }).realogram;
}
