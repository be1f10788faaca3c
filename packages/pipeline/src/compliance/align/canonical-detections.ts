import type { Detection } from '../../realogram.ts';
import { intersectionOverUnion } from './boxes.ts';

/** Two boxes of one kind that share more than this are duplicates; products side by side share nothing. */
const sameThing = 0.8;

/** Returns the detections in a canonical order without duplicates; of duplicates the more confident one stays. */
export function canonicalDetections(detections: readonly Detection[]): Detection[] {
  const unique: Detection[] = [];
  for (const detection of detections.toSorted(bySureness)) {
    const seen = unique.some(
      (other) =>
        other.kind === detection.kind &&
        other.slot === null &&
        detection.slot === null &&
        Math.abs(other.box[0] - detection.box[0]) < detection.box[2] &&
        intersectionOverUnion(other.box, detection.box) > sameThing,
    );
    if (!seen) unique.push(detection);
  }
  return unique.toSorted(byPlace);
}

const bySureness = (a: Detection, b: Detection) => b.confidence - a.confidence || byPlace(a, b);

function byPlace(a: Detection, b: Detection): number {
  for (const side of [1, 0, 2, 3] as const) if (a.box[side] !== b.box[side]) return a.box[side] - b.box[side];
  const [keyA, keyB] = [keyOf(a), keyOf(b)];
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

const keyOf = ({ kind, productId, slot, identified, confidence }: Detection) =>
  JSON.stringify([kind, productId, slot?.positionId, slot?.column, slot?.row, identified, confidence]);
