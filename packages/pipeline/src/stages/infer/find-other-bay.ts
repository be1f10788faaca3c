import type { Frame } from '../../images/frame.ts';
import { type Tier, TierFault, type TierInput } from '../../inference/tier.ts';
import type { Planogram } from '../../planogram/model.ts';
import type { Realogram } from '../../realogram.ts';

/** Another bay of the store, as a tier needs it. */
export interface OtherBay {
  bayId: string;
  planogram: Planogram;
  /** SHA-256 of the reference images by product id. */
  references: ReadonlyMap<string, readonly string[]>;
}

/** A photo shows a bay when this share of the places in view holds the planned product. A bay that shares some products has less. */
const minPlannedShare = 0.5;
const minPlanned = 5;

/**
 * Returns the bay that the photo most likely shows, or null when it resembles none of them. A tier that fails on one of the bays
 * ends the search: the name of a bay is a hint, and the photo already has its realogram.
 */
export async function findOtherBay(
  tier: Tier,
  frame: Frame,
  bays: readonly OtherBay[],
  tools: { openReferences(shas: OtherBay['references']): Promise<TierInput['references']> },
  signal: AbortSignal,
): Promise<string | null> {
  let best: { bayId: string; share: number } | null = null;
  for (const { bayId, planogram, references } of bays) {
    const input = {
      frame,
      planogram,
      references: await tools.openReferences(references),
      usualViewOnly: true,
    };
    const realogram = await tier.detect(input, signal).catch((error: unknown) => {
      if (signal.aborted || !(error instanceof TierFault)) throw error;
      return null;
    });
    if (realogram === null) break;
    const share = plannedShare(planogram, realogram);
    if (share >= minPlannedShare && share > (best?.share ?? 0)) best = { bayId, share };
  }
  return best?.bayId ?? null;
}

/** Returns the share of the observed places that hold their planned product; 0 without a registration. */
function plannedShare({ positions }: Planogram, { detections, planogramToPhoto }: Realogram): number {
  if (planogramToPhoto === null) return 0;
  const plannedAt = new Map(positions.map(({ id, productId }) => [id, productId]));
  const observed = detections.filter(({ slot }) => slot !== null);
  const planned = observed.filter(
    ({ slot, productId }) => productId !== null && plannedAt.get(slot?.positionId ?? '') === productId,
  ).length;
  return planned < minPlanned ? 0 : planned / observed.length;
}
