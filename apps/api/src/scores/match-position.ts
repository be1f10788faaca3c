import type { positionVerdict } from '@gondola/db';
import type { MatchedPosition } from '@gondola/pipeline/planogram';

/** The part of a finding that a match tells of. */
export type MatchedFinding = Pick<
  typeof positionVerdict.$inferSelect,
  'verdict' | 'expectedProductId' | 'seenProductId' | 'facingsSeen' | 'confidence' | 'box'
> & { positionId: string; facingBoxes: readonly number[][] };

interface Photo {
  widthPx: number;
  heightPx: number;
}

/** What Azure's models call a product that they do not know. */
const unnamed = 'product';

/** A finding as Azure's planogram matching tells it. `nameOf`: what the planogram calls a product. */
export function matchPosition(
  finding: MatchedFinding,
  { widthPx, heightPx }: Photo,
  nameOf: (productId: string) => string | undefined,
): MatchedPosition {
  const { positionId, confidence } = finding;
  const thing = thingIn(finding);
  if (thing === null || finding.box === null) return { positionId, box: null, label: '', confidence: 0 };
  const [x, y, width, height] = finding.box;
  return {
    positionId,
    box: [x * widthPx, y * heightPx, width * widthPx, height * heightPx],
    label: (thing.productId !== null && nameOf(thing.productId)) || unnamed,
    confidence,
  };
}

/** What stands in the place (null: a product that has no name here) or, of a gap, what is missing. Null: nothing was found. */
function thingIn(finding: MatchedFinding): { productId: string | null } | null {
  const { verdict, seenProductId, expectedProductId, facingsSeen, facingBoxes } = finding;
  // The place may have a box all the same.
  if (verdict === 'NOT_VISIBLE' || verdict === 'NOT_ASSESSED') return null;
  if (verdict === 'MISSING') return { productId: expectedProductId };
  // A waived position keeps what scoring had found there, which may have been a gap or nothing.
  if (verdict === 'WAIVED' && seenProductId === null && facingBoxes.length === 0)
    return facingsSeen === 0 ? { productId: expectedProductId } : null;
  return { productId: seenProductId };
}
