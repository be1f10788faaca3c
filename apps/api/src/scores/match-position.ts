import type { MatchedPosition } from '@gondola/pipeline/planogram';
import type { VerdictRow } from './overrule-rows.ts';

/** The fields of a finding that a match uses. */
export type MatchedFinding = Pick<
  VerdictRow,
  'verdict' | 'expectedProductId' | 'seenProductId' | 'facingsSeen' | 'confidence' | 'box'
> & { positionId: string; facingBoxes: readonly number[][] };

interface Photo {
  widthPx: number;
  heightPx: number;
}

/** Azure's name for a product that its models do not know. */
const unnamed = 'product';

/** Converts a finding to Azure's planogram matching. `nameOf` returns the planogram's name of a product. */
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

/**
 * Returns the product that stands in the place (null: a product without a name here) or, for a gap, the missing one.
 * Null: nothing was found.
 */
function thingIn(finding: MatchedFinding): { productId: string | null } | null {
  const { verdict, seenProductId, expectedProductId, facingsSeen, facingBoxes } = finding;
  // The place may still have a box.
  if (verdict === 'NOT_VISIBLE' || verdict === 'NOT_ASSESSED') return null;
  if (verdict === 'MISSING') return { productId: expectedProductId };
  // A waived position keeps scoring's finding, which may have been a gap or nothing.
  if (verdict === 'WAIVED' && seenProductId === null && facingBoxes.length === 0)
    return facingsSeen === 0 ? { productId: expectedProductId } : null;
  return { productId: seenProductId };
}
