import type { Planogram } from '../../planogram/model.ts';
import type { Box, Detection, Realogram } from '../../realogram.ts';
import { type LabelSettings, labelReader } from './labels.ts';

/** One thing that a model named and located, as its provider gave it: sides 0..1 of the upright photo. */
export interface LabelledBox {
  label: string;
  /** 0..1. */
  confidence: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface LabelReading {
  realogram: Realogram;
  /** Number of invalid boxes: a side is not a number, or no part lies inside the photo. */
  dropped: number;
}

/**
 * Converts a model's boxes to a realogram, in the order of the answer. `isFull`: the answer reached the model's limit, there
 * may be more.
 */
export function toRealogram(
  boxes: readonly LabelledBox[],
  { labels, planogram, isFull }: { labels: LabelSettings; planogram: Planogram; isFull: boolean },
): LabelReading {
  const read = labelReader(labels, planogram);
  const detections: Detection[] = [];
  let dropped = 0;
  for (const found of boxes) {
    const box = boxOf(found);
    if (box === null) {
      dropped += 1;
      continue;
    }
    const confidence = clamp(found.confidence);
    const meaning = read(found.label);
    const productId = meaning.kind === 'gap' ? null : meaning.productId;
    detections.push({
      kind: meaning.kind,
      box,
      productId,
      confidence,
      candidates: productId === null ? [] : [{ productId, score: confidence }],
      slot: null,
      identified: meaning.kind === 'gap' ? true : meaning.identified,
    });
  }
  return { realogram: { detections, planogramToPhoto: null, truncated: isFull }, dropped };
}

function boxOf({ confidence, left, top, right, bottom }: LabelledBox): Box | null {
  if ([confidence, left, top, right, bottom].some(Number.isNaN)) return null;
  const x = clamp(left);
  const y = clamp(top);
  const width = clamp(right) - x;
  const height = clamp(bottom) - y;
  return width > 0 && height > 0 ? [x, y, width, height] : null;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
