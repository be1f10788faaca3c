import type { Planogram } from '../../planogram/model.ts';
import type { UnassignedDetection } from '../align/alignment.ts';
import type { Finding } from '../finding.ts';
import type { Names } from './names.ts';

/** A detection beyond the bay's outline by this share of its side belongs to the neighbouring bay. */
const outline = 0.02;

/** Returns detections in the bay where nothing is planned, without those that explain a position's verdict. */
export function extrasOf(
  unassigned: readonly UnassignedDetection[],
  { widthMm, heightMm }: Planogram,
  names: Names,
): Finding[] {
  return unassigned
    .filter(({ placed }) => {
      const centreMm = (placed.leftMm + placed.rightMm) / 2;
      return (
        centreMm > -outline * widthMm &&
        centreMm < (1 + outline) * widthMm &&
        placed.bottomMm > 0 &&
        placed.bottomMm < (1 + outline) * heightMm
      );
    })
    .map(({ detection, shelfNumber }) => ({
      positionId: null,
      verdict: 'EXTRA',
      expectedProductId: null,
      seenProductId: detection.productId,
      facingsPlanned: 0,
      facingsSeen: 1,
      confidence: detection.confidence,
      credit: null,
      box: detection.box,
      evidence: { facingBoxes: [detection.box], candidates: detection.candidates, foundAtPositionId: null },
      reason: `${names.product(detection.productId)} stands ${shelfNumber === null ? 'in the bay' : `on shelf ${shelfNumber}`} where nothing is planned.`,
    }));
}
