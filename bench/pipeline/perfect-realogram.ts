import type { Realogram } from '@gondola/pipeline/photo-detection';
import { type Planogram, slotsOf } from '@gondola/pipeline/planogram';

/** Returns the realogram of a shelf exactly as planned, photographed from straight in front. */
export function perfectRealogram(planogram: Planogram): Realogram {
  const { widthMm, heightMm } = planogram;
  return {
    detections: planogram.positions.flatMap((position) =>
      slotsOf(position).map((slot) => ({
        kind: 'product' as const,
        box: [slot.xMm / widthMm, slot.yMm / heightMm, slot.widthMm / widthMm, slot.heightMm / heightMm] as [
          number,
          number,
          number,
          number,
        ],
        productId: position.productId,
        confidence: 1,
        candidates: [{ productId: position.productId, score: 1 }],
        slot: { positionId: position.id, column: slot.column, row: slot.row },
        identified: true,
      })),
    ),
    planogramToPhoto: [1 / widthMm, 0, 0, 0, 1 / heightMm, 0, 0, 0, 1],
    truncated: false,
  };
}
