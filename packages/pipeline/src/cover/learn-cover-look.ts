import type { BayImage } from './bay-image.ts';
import { type ColourLook, colourLookOf } from './colour-look.ts';
import type { HiddenRails } from './hidden-rails.ts';
import { columnMm } from './rail-columns.ts';

/** Learns how the things before the bay look: where they hide the rails. */
export const learnCoverLook = (bay: BayImage, rails: HiddenRails): ColourLook =>
  colourLookOf(
    bay,
    [...rails].flatMap(([{ yMm, heightMm }, flags]) =>
      flags.flatMap((flag, i) =>
        flag === true ? [{ area: { xMm: i * columnMm, yMm, widthMm: columnMm, heightMm }, weight: 1 }] : [],
      ),
    ),
  );
