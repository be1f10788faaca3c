import type { Planogram } from '../../planogram/model.ts';
import { toRealogram } from '../labels-realogram.ts';
import type { Realogram } from '../realogram.ts';
import type { ClassReading } from './class-reading.ts';
import type { Found } from './open-detector.ts';

/** What a detector found, on a planogram; as many detections as boxes, in their order. */
export function foundRealogram(
  { boxes, isFull }: Found,
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
