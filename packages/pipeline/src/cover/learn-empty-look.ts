import type { Planogram } from '../planogram/model.ts';
import type { BayImage } from './bay-image.ts';
import { type ColourLook, colourLookOf, type Sample } from './colour-look.ts';
import { isSure } from './is-sure.ts';
import { shelfAbove } from './shelf-above.ts';
import type { SlotSurroundings } from './slot-surroundings.ts';

/** A gap that the tier is this certain of shows what lies behind the packs. */
const minGapConfidence = 0.95;
/** A hand may be before the room over a pack or two, and before what seems to be a gap: three of them show the shelf. */
const weakWeight = 1 / 3;
/** The middle of the room over a pack: its ends show the pack's edge and the board. */
const room = { from: 0.15, share: 0.6 };
/** Of the pack's height: the room over a pack of the highest shelf. */
const openRoom = 0.3;

/** Learns how the bay looks where nothing stands: over recognised packs, and in gaps whose rails are in view. */
export function learnEmptyLook(
  bay: BayImage,
  planogram: Planogram,
  surroundings: readonly SlotSurroundings[],
): ColourLook {
  const free = surroundings.filter(({ below, above }) => (below ?? 0) === 0 && (above ?? 0) === 0);
  const samples = free.flatMap(({ cell }): Sample[] => {
    const { slot } = cell;
    if (cell.gap !== null)
      return [{ area: slot, weight: cell.gap.confidence >= minGapConfidence ? 1 : weakWeight }];
    if (!isSure(cell) || slot.row + 1 < slot.position.facings.vertical) return [];
    const rail = shelfAbove(planogram, slot);
    const topMm = rail === undefined ? slot.yMm - openRoom * slot.heightMm : rail.yMm + rail.heightMm;
    const heightMm = slot.yMm - topMm;
    const { xMm, widthMm } = slot;
    const area = { xMm, widthMm, yMm: topMm + room.from * heightMm, heightMm: room.share * heightMm };
    return [{ area, weight: weakWeight }];
  });
  return colourLookOf(bay, samples);
}
